package de.foerderkreis.devstack;

import de.foerderkreis.devstack.process.ProcessRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * One launcher per data folder. The operating system gives the lock back, however the launcher
 * ends.
 */
final class Lock implements AutoCloseable {

    private final FileChannel channel;
    private final Setup setup;

    private Lock(FileChannel channel, Setup setup) {
        this.channel = channel;
        this.setup = setup;
    }

    static Lock take(Setup setup) {
        try {
            Files.createDirectories(setup.records());
            var channel =
                    FileChannel.open(
                            setup.records().resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!tryLock(channel)) {
                channel.close();
                throw new StackFailure(
                        "A stack already runs with the data in "
                                + setup.options().data()
                                + "; ./start --status shows it, ./start --stop ends it.");
            }
            Files.deleteIfExists(Detached.readyMarker(setup.options()));
            ProcessRecord.ofThisProcess("launcher").write(setup.records());
            return new Lock(channel, setup);
        } catch (IOException e) {
            throw new StackFailure(
                    "The data folder "
                            + setup.options().data()
                            + " cannot be written; choose another one with --data.",
                    e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this very process holds it, for another stack
        }
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                Files.deleteIfExists(Detached.readyMarker(setup.options()));
                ProcessRecord.ofThisProcess("launcher").delete(setup.records());
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
