package de.foerderkreis.notification.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rhythms of the districts.
 *
 * @param usual for every district that has none of its own
 * @param districts by the five digits of the district
 */
@ConfigurationProperties("foerderkreis.notification.rhythm")
public record RhythmSettings(@DefaultValue Rhythm usual, @Nullable Map<String, Rhythm> districts) {

    /** Every rhythm that holds somewhere. */
    public List<Rhythm> all() {
        var all = new ArrayList<>(List.of(usual));
        if (districts != null) {
            all.addAll(districts.values());
        }
        return all;
    }

    /** The rhythm of a district; the usual one for whoever belongs to none. */
    public Rhythm of(@Nullable String district) {
        var own = districts == null || district == null ? null : districts.get(district);
        return own == null ? usual : own;
    }
}
