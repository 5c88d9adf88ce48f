package de.foerderkreis.finance.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Functions of the district that read cost plans and levy runs (domain § 6.3). */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@PreAuthorize("hasAnyRole('TREASURER', 'CLERK', 'HEAD', 'LANDRAT', 'COUNCIL_SECRETARY', 'AUDITOR')")
public @interface DistrictReads {}
