package de.foerderkreis.devstack.console;

import java.util.List;

/** Follows the steps of a start; called from several threads. */
public interface Progress extends AutoCloseable {

    /** Says nothing, for tests. */
    Progress SILENT =
            new Progress() {
                @Override
                public void planned(List<String> steps) {}

                @Override
                public void begun(String step) {}

                @Override
                public void done(String step) {}

                @Override
                public void failed(String step) {}

                @Override
                public void note(String step, String text) {}
            };

    /** A live list on a terminal, one line per event elsewhere. */
    static Progress on(boolean terminal) {
        return terminal ? new TerminalProgress(System.out) : new PlainProgress(System.out);
    }

    void planned(List<String> steps);

    void begun(String step);

    void done(String step);

    void failed(String step);

    /** Something worth knowing about a step that goes on. */
    void note(String step, String text);

    /** Everything is done; time in nanoseconds. */
    default void total(long nanoseconds) {}

    @Override
    default void close() {}
}
