package de.foerderkreis.platformtest;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The official images, where a container engine exists; Testcontainers removes them after the JVM.
 */
final class ContainerServers extends Servers {

    private final PostgreSQLContainer postgres =
            new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                    .withDatabaseName("postgres")
                    .withUsername("postgres")
                    .withPassword("postgres")
                    .withCommand("postgres", "-c", "max_connections=300");
    private final KafkaContainer kafka =
            new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.2"))
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    ContainerServers() {
        postgres.start();
        kafka.start();
    }

    @Override
    String kafka() {
        return kafka.getBootstrapServers();
    }

    @Override
    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(postgres.getHost(), postgres.getMappedPort(5432), database);
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
