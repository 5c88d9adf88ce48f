package de.foerderkreis.finance.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * The district's readers and the towns; what a town sees beyond this door is decided by the round
 * that asked it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@PreAuthorize(
        "hasAnyRole('TREASURER', 'CLERK', 'HEAD', 'LANDRAT', 'COUNCIL_SECRETARY', 'AUDITOR',"
                + " 'MAYOR', 'MUNICIPAL_OFFICIAL')")
public @interface DistrictOrTownReads {}
