package de.foerderkreis.devstack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;

/**
 * Runs broker and controller in one process. Arguments: the file with the settings and, for a trial
 * run, {@link #STOP_WHEN_STARTED}.
 */
public final class KafkaServer {

    public static final String STOP_WHEN_STARTED = "--stop-when-started";

    private KafkaServer() {}

    public static void main(String[] arguments) throws IOException {
        var file = arguments[0];
        var settings = Utils.loadProps(file);
        if (!Files.exists(Path.of(settings.getProperty("log.dirs"), "meta.properties"))) {
            var format =
                    new String[] {
                        "format",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        file,
                        "--standalone",
                        "--ignore-formatted"
                    };
            if (StorageTool.execute(format, System.out) != 0) {
                throw new IOException("The data folder of the broker cannot be formatted");
            }
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        server.startup();
        if (arguments.length > 1 && arguments[1].equals(STOP_WHEN_STARTED)) {
            System.exit(0);
        }
        server.awaitShutdown();
    }
}
