package de.foerderkreis.application.programme;

import java.util.List;
import java.util.Optional;

/** The programme versions this installation knows, all of them checked at start. */
public interface Programmes {

    /** All versions, by code. */
    List<Programme> all();

    /** The version with a code. */
    Optional<Programme> find(String code);

    /**
     * The version with a code that a stored case names; packs of used versions are never removed.
     */
    default Programme require(String code) {
        return find(code)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "A case uses programme "
                                        + code
                                        + " but no pack of that code is installed"));
    }
}
