package de.foerderkreis.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import de.foerderkreis.platformtest.HouseRules;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.modulith.core.ApplicationModules;

class HouseTests {

    /**
     * All but the rule on annotated endpoints: the gateway grants nothing by annotation, its chains
     * decide by address.
     */
    @Test
    void keepsTheRulesOfTheHouse() {
        var product =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(Gateway.class);
        for (var rule :
                List.of(
                        HouseRules.BEANS_ARE_NOT_PUBLIC,
                        HouseRules.NAMES_SAY_SOMETHING,
                        HouseRules.NO_TRANSACTION_IN_CONTROLLERS,
                        HouseRules.NO_CLIENT_INSIDE_A_TRANSACTION,
                        HouseRules.NO_WALL_CLOCK,
                        HouseRules.CONTROLLERS_TOUCH_NO_DATABASE,
                        HouseRules.PACKAGES_ARE_NULL_MARKED,
                        HouseRules.NO_LOMBOK_OR_MAPSTRUCT,
                        HouseRules.NO_FIELD_INJECTION,
                        HouseRules.NO_SLEEP)) {
            rule.allowEmptyShould(true).check(product);
        }
    }

    @Test
    void packagesUseEachOtherInOneDirection() {
        ApplicationModules.of(Gateway.class).verify();
    }

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        assertThat(texts("gateway_en").stringPropertyNames())
                .isEqualTo(texts("gateway").stringPropertyNames());
        assertThat(texts("gateway").values()).noneMatch(text -> text.toString().isBlank());
    }

    private static Properties texts(String bundle) throws IOException {
        return PropertiesLoaderUtils.loadProperties(
                new ClassPathResource("i18n/" + bundle + ".properties"));
    }
}
