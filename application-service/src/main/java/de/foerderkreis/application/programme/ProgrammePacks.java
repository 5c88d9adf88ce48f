package de.foerderkreis.application.programme;

import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All packs, read and checked when the service starts; one broken pack stops the start. */
@Component
@EnableConfigurationProperties(ProgrammeSettings.class)
class ProgrammePacks implements Programmes {

    private final Map<String, Programme> byCode;

    ProgrammePacks(Validator validator, ProgrammeSettings settings) {
        this.byCode = read(new PackReader(validator), resources(settings));
    }

    static Map<String, Programme> read(PackReader reader, List<Resource> packs) {
        var programmes = new TreeMap<String, Programme>();
        var files = new HashMap<String, String>();
        for (var pack : packs) {
            var file = Objects.requireNonNullElse(pack.getFilename(), pack.getDescription());
            var programme = reader.read(file, content(pack));
            var other = files.put(programme.code(), file);
            if (other != null) {
                throw new BrokenPack(
                        file, "code", programme.code() + " is already the code of " + other);
            }
            programmes.put(programme.code(), programme);
        }
        return programmes;
    }

    @Override
    public List<Programme> all() {
        return List.copyOf(byCode.values());
    }

    @Override
    public Optional<Programme> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    private static List<Resource> resources(ProgrammeSettings settings) {
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            var found =
                    new ArrayList<>(List.of(resolver.getResources("classpath:programmes/*.yml")));
            var installed = settings.packs();
            if (installed != null) {
                found.addAll(List.of(resolver.getResources("file:" + installed + "/*.yml")));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The programme packs cannot be listed", unreadable);
        }
    }

    private static byte[] content(Resource pack) {
        try {
            return pack.getContentAsByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(pack.getDescription() + " cannot be read", unreadable);
        }
    }
}
