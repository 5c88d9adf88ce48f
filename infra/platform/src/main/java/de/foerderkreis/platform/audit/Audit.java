package de.foerderkreis.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * The trail. An entry commits with the change it tells of; there must be a transaction. Never give
 * it the text of a draft.
 */
public interface Audit {

    /**
     * Records who (the caller, or {@code system}) did what.
     *
     * @param action subject and participle, {@code statement.submitted}
     * @param before what was, as it shall be read later; personal values wrapped in {@link
     *     PersonalValue}
     * @param after what is
     * @param reason why, where somebody had to say so
     */
    void record(
            String action,
            String objectType,
            String objectId,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason);
}
