package de.foerderkreis.platformtest;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The real servers as processes and threads of this machine, without containers. */
final class EmbeddedServers extends Servers {

    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;

    EmbeddedServers() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("io.zonky", LogLevel.WARN);
        try {
            this.postgres =
                    EmbeddedPostgres.builder()
                            .setRegisterShutdownHook(false)
                            .setServerConfig("max_connections", "300")
                            .start();
            this.kafka = EmbeddedKafka.start();
        } catch (IOException e) {
            throw new UncheckedIOException("The test servers could not be started", e);
        }
        // After the contexts are closed, so that none of them meets a server that is gone.
        SpringApplication.getShutdownHandlers().add(this::stop);
    }

    private void stop() {
        try {
            postgres.close();
            kafka.deleteFiles();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped", e);
        }
    }

    @Override
    String kafka() {
        return kafka.address();
    }

    @Override
    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
    }

    @Override
    String administratorName() {
        return "postgres";
    }

    @Override
    String administratorPassword() {
        return "postgres";
    }
}
