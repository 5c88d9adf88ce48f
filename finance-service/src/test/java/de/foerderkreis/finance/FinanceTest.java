package de.foerderkreis.finance;

import de.foerderkreis.platformtest.TestStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole service on real PostgreSQL and Kafka; one context for all tests that carry it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = FinanceService.class)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TopicsOfOthers.class)
@Import({TestStack.class, MovableClock.class, Wire.class, Desk.class})
public @interface FinanceTest {}
