package de.foerderkreis.stakeholder.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Brings two versions of a draft together, field by field. Only a field that both changed
 * differently is a conflict; what one of them left alone is taken from the other.
 *
 * @param content mine, with their value in every field I left alone; in a conflict mine stays
 * @param conflicts fields somebody has to choose
 */
record DraftMerge(Content content, List<String> conflicts) {

    /**
     * Merges.
     *
     * @param theirChanges fields changed since I looked
     * @param myChanges fields that differ from what I looked at
     */
    static DraftMerge of(
            Content mine, Content theirs, List<String> theirChanges, Set<String> myChanges) {
        var differing = mine.differencesTo(theirs);
        var conflicts = new ArrayList<String>();
        var taken = new ArrayList<String>();
        for (var field : theirChanges) {
            if (differing.contains(field)) {
                (myChanges.contains(field) ? conflicts : taken).add(field);
            }
        }
        return new DraftMerge(mine.taking(taken, theirs), List.copyOf(conflicts));
    }
}
