package de.foerderkreis.application;

import de.foerderkreis.platformtest.TestStack;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/** The whole service on real servers; every test that carries this shares one context. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "foerderkreis.topics[0].name=foerderkreis.application.v1",
            "foerderkreis.topics[1].name=foerderkreis.application.cases.v1",
            "foerderkreis.topics[1].compacted=true",
            "foerderkreis.topics[2].name=foerderkreis.application.programmes.v1",
            "foerderkreis.topics[2].compacted=true",
            // Elsewhere their producers make these; here nobody else runs.
            "foerderkreis.topics[3].name=foerderkreis.stakeholder.v1",
            "foerderkreis.topics[4].name=foerderkreis.stakeholder.municipalities.v1",
            "foerderkreis.topics[4].compacted=true",
            "foerderkreis.topics[5].name=foerderkreis.finance.v1",
            "foerderkreis.topics[6].name=foerderkreis.stakeholder.partners.v1",
            "foerderkreis.topics[6].compacted=true"
        })
@AutoConfigureMockMvc
@Import({
    TestStack.class,
    TestClock.class,
    Api.class,
    Events.class,
    Announced.class,
    Originals.class
})
public @interface RunningService {}
