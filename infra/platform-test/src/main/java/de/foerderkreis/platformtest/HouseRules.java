package de.foerderkreis.platformtest;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules of the house that a compiler cannot check. A service calls {@link #check}; each rule is
 * proven by a fixture.
 */
public final class HouseRules {

    private static final String STEREOTYPE = "org.springframework.stereotype.";
    private static final String CONTROLLER = STEREOTYPE + "Controller";
    private static final String TRANSACTIONAL =
            "org.springframework.transaction.annotation.Transactional";

    private static final Set<String> WALL_CLOCKS =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.LocalTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.Year",
                    "java.time.YearMonth");

    private static final List<String> CLIENTS =
            List.of(
                    "org.springframework.web.client.",
                    "org.springframework.web.reactive.function.client.",
                    "org.springframework.mail.",
                    "jakarta.mail.",
                    "java.net.http.",
                    "org.apache.hc.client5.");

    private HouseRules() {}

    /**
     * Checks a service's product code against every rule for services, and all its code against
     * sleeping.
     */
    public static void check(Class<?> application) {
        var importer = new ClassFileImporter();
        var product =
                importer.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackagesOf(application);
        for (var rule : FOR_SERVICES) {
            rule.allowEmptyShould(true).check(product);
        }
        NO_SLEEP.allowEmptyShould(true)
                .check(new ClassFileImporter().importPackagesOf(application));
    }

    /** A bean is package-private unless a class of another package uses it. */
    public static final ArchRule BEANS_ARE_NOT_PUBLIC =
            classes()
                    .that(are(metaAnnotated(STEREOTYPE + "Component")))
                    .and(
                            are(
                                    notAnnotatedWith(
                                            "org.springframework.boot.autoconfigure.SpringBootApplication")))
                    .should(beVisibleOnlyWhereUsed())
                    .because("a feature shows the others as little as possible");

    /** Names say what a thing is, not that it is one. */
    public static final ArchRule NAMES_SAY_SOMETHING =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|DTO|Dto|Util|Utils|Helper|Manager)$")
                    .because("such a name tells nothing about the purpose");

    /** Transactions belong to use cases, queries and listeners. */
    public static final ArchRule NO_TRANSACTION_IN_CONTROLLERS =
            classes()
                    .that(are(metaAnnotated(CONTROLLER)))
                    .should(haveNoTransaction())
                    .because(
                            "a transaction ends with the use case and not with the rendering of a page");

    /** Whoever holds a transaction waits for nobody else. */
    public static final ArchRule NO_CLIENT_INSIDE_A_TRANSACTION =
            classes()
                    .that(are(openingTransactions()))
                    .should(notReachAClient())
                    .because("a slow partner must not hold a database connection");

    /** Business time comes from the business clock. */
    public static final ArchRule NO_WALL_CLOCK =
            noClasses()
                    .should()
                    .callMethodWhere(readsTheWallClock())
                    .because("the demo and the tests move the business clock, not the machine's");

    /** Controllers translate; they do not query. */
    public static final ArchRule CONTROLLERS_TOUCH_NO_DATABASE =
            noClasses()
                    .that(are(metaAnnotated(CONTROLLER)))
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "(org\\.springframework\\.jdbc\\..*|javax\\.sql\\..*|java\\.sql\\..*|org\\.springframework\\.data\\.repository\\..*)")
                    .because(
                            "what a request reads and changes is a use case's or a query's matter");

    /** Contracts can be read by anybody. */
    public static final ArchRule CONTRACTS_KNOW_ONLY_THE_JDK =
            classes()
                    .that()
                    .resideInAPackage("de.foerderkreis.contracts..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..", "org.jspecify.annotations..", "de.foerderkreis.contracts..")
                    .because("an event must be readable without our libraries");

    /** Absence is declared. */
    public static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes()
                    .should(resideInNullMarkedPackages())
                    .because("what may be absent is said by @Nullable and nothing else");

    /** No generated code at compile time. */
    public static final ArchRule NO_LOMBOK_OR_MAPSTRUCT =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("lombok..", "org.mapstruct..")
                    .because("the source shows what runs");

    /** Every controller method says who may call it. */
    public static final ArchRule ENDPOINTS_SAY_WHO_MAY_CALL =
            methods()
                    .that(
                            are(
                                    metaAnnotatedMethod(
                                            "org.springframework.web.bind.annotation.RequestMapping")))
                    .should(sayWhoMayCall())
                    .because("a forgotten rule must not be an open door");

    /** Dependencies come through the constructor. */
    public static final ArchRule NO_FIELD_INJECTION =
            fields().should(
                            not(
                                    com.tngtech.archunit.lang.conditions.ArchConditions
                                            .beAnnotatedWith(
                                                    "org.springframework.beans.factory.annotation.Autowired")))
                    .andShould(
                            not(
                                    com.tngtech.archunit.lang.conditions.ArchConditions
                                            .beAnnotatedWith(
                                                    "org.springframework.beans.factory.annotation.Value")))
                    .because("an object that exists is complete");

    /** Nothing sleeps, not even a test. */
    public static final ArchRule NO_SLEEP =
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "Thread.sleep",
                                    call ->
                                            call.getTarget().getName().equals("sleep")
                                                    && call.getTarget()
                                                            .getOwner()
                                                            .isEquivalentTo(Thread.class)))
                    .because("a test waits for a condition and fails after a limit");

    private static final List<ArchRule> FOR_SERVICES =
            List.of(
                    BEANS_ARE_NOT_PUBLIC,
                    NAMES_SAY_SOMETHING,
                    NO_TRANSACTION_IN_CONTROLLERS,
                    NO_CLIENT_INSIDE_A_TRANSACTION,
                    NO_WALL_CLOCK,
                    CONTROLLERS_TOUCH_NO_DATABASE,
                    CONTRACTS_KNOW_ONLY_THE_JDK,
                    PACKAGES_ARE_NULL_MARKED,
                    NO_LOMBOK_OR_MAPSTRUCT,
                    ENDPOINTS_SAY_WHO_MAY_CALL,
                    NO_FIELD_INJECTION);

    private static boolean carries(CanBeAnnotated element, String annotation) {
        return element.isAnnotatedWith(annotation) || element.isMetaAnnotatedWith(annotation);
    }

    private static DescribedPredicate<JavaClass> metaAnnotated(String annotation) {
        return DescribedPredicate.describe(
                "annotated with " + annotation,
                type -> !type.isAnnotation() && carries(type, annotation));
    }

    private static DescribedPredicate<JavaClass> notAnnotatedWith(String annotation) {
        return DescribedPredicate.describe(
                "not annotated with " + annotation, type -> !carries(type, annotation));
    }

    private static DescribedPredicate<JavaMethod> metaAnnotatedMethod(String annotation) {
        return DescribedPredicate.describe(
                "annotated with " + annotation, method -> carries(method, annotation));
    }

    private static ArchCondition<JavaClass> beVisibleOnlyWhereUsed() {
        return new ArchCondition<>("be package-private unless another package uses it") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                var used =
                        bean.getDirectDependenciesToSelf().stream()
                                .anyMatch(it ->
                                        !it.getOriginClass()
                                                .getPackageName()
                                                .equals(bean.getPackageName()));
                if (bean.getModifiers().contains(JavaModifier.PUBLIC) && !used) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    bean,
                                    bean.getName() + " is public and no other package uses it"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveNoTransaction() {
        return new ArchCondition<>("open no transaction") {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                if (opensTransaction(controller)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    controller, controller.getName() + " opens a transaction"));
                }
            }
        };
    }

    private static boolean opensTransaction(JavaClass type) {
        return carries(type, TRANSACTIONAL)
                || type.getMethods().stream().anyMatch(method -> carries(method, TRANSACTIONAL))
                || type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(it ->
                                it.getTargetClass()
                                        .getName()
                                        .equals(
                                                "org.springframework.transaction.support.TransactionTemplate"));
    }

    private static DescribedPredicate<JavaClass> openingTransactions() {
        return DescribedPredicate.describe("opening transactions", HouseRules::opensTransaction);
    }

    private static ArchCondition<JavaClass> notReachAClient() {
        return new ArchCondition<>("reach no HTTP or mail client") {
            @Override
            public void check(JavaClass start, ConditionEvents events) {
                var seen = new HashSet<JavaClass>();
                var open = new ArrayDeque<JavaClass>();
                open.add(start);
                while (!open.isEmpty()) {
                    var type = open.remove();
                    if (!seen.add(type)) {
                        continue;
                    }
                    for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                        var target = access.getTargetOwner();
                        if (CLIENTS.stream().anyMatch(target.getName()::startsWith)) {
                            events.add(
                                    SimpleConditionEvent.violated(
                                            start,
                                            "%s opens transactions and reaches %s by %s"
                                                    .formatted(
                                                            start.getName(),
                                                            target.getName(),
                                                            type.getName())));
                        } else if (sameProduct(start, target)) {
                            open.add(target);
                        }
                    }
                }
            }
        };
    }

    private static boolean sameProduct(JavaClass start, JavaClass target) {
        var first = start.getPackageName().split("\\.");
        return first.length > 2
                && target.getPackageName().startsWith(first[0] + "." + first[1] + "." + first[2])
                && !target.getPackageName().startsWith("de.foerderkreis.platform.");
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall>
            readsTheWallClock() {
        return DescribedPredicate.describe(
                "now() without a clock",
                call -> {
                    var owner = call.getTarget().getOwner().getName();
                    var parameters = call.getTarget().getRawParameterTypes();
                    boolean withClock =
                            parameters.stream()
                                    .anyMatch(type -> type.getName().equals("java.time.Clock"));
                    return (WALL_CLOCKS.contains(owner)
                                    && call.getTarget().getName().equals("now")
                                    && !withClock)
                            || (owner.equals("java.lang.System")
                                    && call.getTarget().getName().equals("currentTimeMillis"));
                });
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackages() {
        return new ArchCondition<>("reside in a package marked @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var info = type.getPackage().tryGetPackageInfo();
                boolean marked =
                        info.isPresent()
                                && info.get()
                                        .isAnnotatedWith("org.jspecify.annotations.NullMarked");
                if (!marked) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type,
                                    type.getPackageName()
                                            + " is not @NullMarked: "
                                            + type.getName()));
                }
            }
        };
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        var rule = "org.springframework.security.access.prepost.PreAuthorize";
        var open = "de.foerderkreis.platform.security.PublicEndpoint";
        return new ArchCondition<>("be annotated with @PreAuthorize or @PublicEndpoint") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said =
                        carries(method, rule)
                                || carries(method, open)
                                || carries(method.getOwner(), rule)
                                || carries(method.getOwner(), open);
                if (!said) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    method,
                                    method.getFullName() + " does not say who may call it"));
                }
            }
        };
    }
}
