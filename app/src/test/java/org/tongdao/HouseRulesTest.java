package org.tongdao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The house rules that a compiler does not check; the names are those of CONVENTIONS.md. */
class HouseRulesTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tongdao");

    private static final ArchRule TIME_AND_CHANCE = noClasses()
            .that()
            .resideOutsideOfPackage("org.tongdao.platform")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .because("Time-And-Chance: time comes from the Clock or as an argument, chance from Dice");

    @Test
    void timeAndChanceComeFromOutside() {
        TIME_AND_CHANCE.check(PRODUCT);
    }

    @Test
    void theGuardSeesAClassThatReadsTheWallClock() {
        var guilty = new ClassFileImporter().importClasses(ReadsTheWallClock.class);
        assertThatThrownBy(() -> TIME_AND_CHANCE.check(guilty)).isInstanceOf(AssertionError.class);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.\\w*(Manager|Helper|Utils?|Impl|DTO|VO)$")
                .because("names are the field's words")
                .check(PRODUCT);
    }

    @Test
    void onlyOneClassOpensXml() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SafeXml")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                                                "javax.xml.stream",
                                                "javax.xml.parsers",
                                                "javax.xml.validation",
                                                "javax.xml.transform",
                                                "org.codehaus.stax2"))
                                .and(com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                        "newInstance|newFactory|newDefaultFactory"))))
                .because("a parser that is not hardened reads files of the server (XXE)")
                .check(PRODUCT);
    }

    @Test
    void enginesKnowNoFrameworkNoDatabaseAndNoLog() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.tongdao.terms..",
                        "org.tongdao.customs..",
                        "org.tongdao.loading..",
                        "org.tongdao.routing..",
                        "org.tongdao.yard..",
                        "org.tongdao.tracking..",
                        "org.tongdao.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "java.sql..",
                        "org.slf4j..",
                        "java.util.logging..",
                        "org.tongdao.platform..")
                .check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
                .check(PRODUCT);
    }

    static class ReadsTheWallClock {
        Instant now() {
            return Instant.now();
        }
    }
}
