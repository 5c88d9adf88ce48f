package de.foerderkreis.stakeholder;

import de.foerderkreis.platformtest.TestStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole service on the real PostgreSQL and Kafka; one context for all tests that carry it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = StakeholderService.class)
@AutoConfigureMockMvc
@Import({TestStack.class, MovableClock.class, Portal.class, Wire.class})
public @interface StakeholderTest {}
