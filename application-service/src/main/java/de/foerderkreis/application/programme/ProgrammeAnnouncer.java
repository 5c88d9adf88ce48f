package de.foerderkreis.application.programme;

import de.foerderkreis.platform.tenancy.Tenancy;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Tells every district of this installation which programmes there are, when the service has
 * started.
 */
@Component
class ProgrammeAnnouncer implements ApplicationRunner {

    private final Programmes programmes;
    private final ProgrammePublication publication;
    private final ProgrammeSettings settings;

    ProgrammeAnnouncer(
            Programmes programmes, ProgrammePublication publication, ProgrammeSettings settings) {
        this.programmes = programmes;
        this.publication = publication;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments args) {
        for (var district : settings.districts()) {
            for (var programme : programmes.all()) {
                Tenancy.run(district, () -> publication.publish(programme));
            }
        }
    }
}
