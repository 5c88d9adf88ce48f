package de.foerderkreis.finance.reference;

import de.foerderkreis.contracts.application.CaseState;
import de.foerderkreis.contracts.application.ProgrammeState;
import de.foerderkreis.contracts.stakeholder.MunicipalityState;
import de.foerderkreis.platform.inbox.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which topics fill the local copies. */
@Configuration(proxyBeanMethods = false)
class ReferenceSubscriptions {

    @Bean
    EventSubscription keepsMunicipalities(StoredReferenceData copies) {
        return EventSubscription.to(MunicipalityState.TOPIC)
                .as("finance.keep-municipalities")
                .fullState()
                .on(MunicipalityState.class, (state, _) -> copies.keep(state))
                .onTombstone((ags, _) -> copies.forgetMunicipality(ags))
                .build();
    }

    @Bean
    EventSubscription keepsCases(StoredReferenceData copies) {
        return EventSubscription.to(CaseState.TOPIC)
                .as("finance.keep-cases")
                .fullState()
                .on(CaseState.class, (state, _) -> copies.keep(state))
                .build();
    }

    @Bean
    EventSubscription keepsProgrammes(StoredReferenceData copies) {
        return EventSubscription.to(ProgrammeState.TOPIC)
                .as("finance.keep-programmes")
                .fullState()
                .on(ProgrammeState.class, (state, _) -> copies.keep(state))
                .onTombstone((code, _) -> copies.forgetProgramme(code))
                .build();
    }
}
