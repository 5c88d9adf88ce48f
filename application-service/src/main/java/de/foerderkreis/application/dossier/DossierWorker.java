package de.foerderkreis.application.dossier;

import de.foerderkreis.platform.documents.Documents;
import de.foerderkreis.platform.tenancy.Tenancy;
import jakarta.annotation.PreDestroy;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes the files of frozen dossiers beside the requests. Whoever looks at a dossier that is not
 * done starts the work again, so that a process that died leaves nothing behind; a lease keeps two
 * from doing it at once.
 */
@Component
class DossierWorker {

    private static final Logger log = LoggerFactory.getLogger(DossierWorker.class);

    // Layout is pure computation: more at once would only slow down the requests.
    private final ExecutorService threads =
            Executors.newFixedThreadPool(2, Thread.ofPlatform().name("dossier-", 0).factory());
    private final Dossiers dossiers;
    private final Documents documents;
    private final DossierFiles files;

    DossierWorker(Dossiers dossiers, Documents documents, DossierFiles files) {
        this.dossiers = dossiers;
        this.documents = documents;
        this.files = files;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(DossierRegister.Wanted wanted) {
        start(wanted.district(), wanted.dossierId());
    }

    /** Makes the files unless somebody is at it or they are there. */
    void start(String district, UUID id) {
        threads.execute(() -> Tenancy.run(district, () -> work(id)));
    }

    private void work(UUID id) {
        if (!dossiers.claim(id)) {
            return;
        }
        try {
            var frozen = dossiers.content(id);
            var content = frozen.as(DossierContent.class);
            var originals = new LinkedHashMap<String, byte[]>();
            for (var original : content.originals()) {
                originals.put(original.file(), documents.load(original.sha256()));
            }
            var pdf = files.pdf(content, frozen.sha256(), originals);
            dossiers.finish(id, pdf, files.zip(content, frozen, pdf, originals));
        } catch (RuntimeException failed) {
            log.error("The files of dossier {} could not be made", id, failed);
            dossiers.fail(id, failed.getClass().getSimpleName());
        }
    }

    /** What is being made is finished; a lease that is cut off ends by itself. */
    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
