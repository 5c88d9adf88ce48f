package de.foerderkreis.application.conception;

import de.foerderkreis.application.facts.Facts;
import de.foerderkreis.platform.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The templates of all programmes, read and checked when the service starts. */
@Component
class ConceptionTemplates {

    private final Map<String, ConceptionTemplate> byProgramme = new TreeMap<>();

    ConceptionTemplates(Facts facts) {
        var yaml =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath:conceptions/*.yml")) {
                var template =
                        yaml.readValue(file.getContentAsByteArray(), ConceptionTemplate.class);
                for (var section : template.sections()) {
                    var revision = section.revision();
                    facts.check(section.code(), section.starter());
                    facts.check(section.code(), revision == null ? "" : revision);
                }
                byProgramme.put(template.programme(), template);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The conception templates cannot be read", unreadable);
        }
    }

    /** The template of a programme; one without a template knows no conception. */
    ConceptionTemplate require(String programme) {
        var template = byProgramme.get(programme);
        if (template == null) {
            throw Problem.notFound("conception");
        }
        return template;
    }
}
