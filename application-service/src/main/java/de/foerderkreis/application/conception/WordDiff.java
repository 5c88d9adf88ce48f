package de.foerderkreis.application.conception;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts compared word by word; line breaks are words of their own. */
class WordDiff {

    private WordDiff() {}

    /** Runs of words in reading order; without a change there is one run or none. */
    static List<Run> of(String before, String after) {
        var runs = new ArrayList<Run>();
        for (var delta : DiffUtils.diff(words(before), words(after), true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(runs, Kind.SAME, delta.getSource().getLines());
            } else {
                add(runs, Kind.REMOVED, delta.getSource().getLines());
                add(runs, Kind.ADDED, delta.getTarget().getLines());
            }
        }
        return List.copyOf(runs);
    }

    private static void add(List<Run> runs, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            runs.add(new Run(kind, String.join("", words)));
        }
    }

    /** A word keeps the blank behind it, so that joined runs are the text again. */
    private static List<String> words(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.asList(text.split("(?<=[ \\n])(?=[^ ])|(?=\\n)"));
    }

    /** What happened to a run of words. */
    enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** Words that share a fate. */
    record Run(Kind kind, String text) {}
}
