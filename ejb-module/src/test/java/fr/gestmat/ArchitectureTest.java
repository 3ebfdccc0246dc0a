package fr.gestmat;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The house's rules about who may import whom, so that a reader knows which room to enter. */
@AnalyzeClasses(packages = "fr.gestmat", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** Lower components know nothing of upper ones; lending and meal aid do not know each other. */
  @ArchTest
  static final ArchRule components_stand_on_lower_ones_only =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("access")
          .definedBy("fr.gestmat.access..")
          .layer("journal")
          .definedBy("fr.gestmat.journal..")
          .layer("job")
          .definedBy("fr.gestmat.job..")
          .layer("filestore")
          .definedBy("fr.gestmat.filestore..")
          .layer("directory")
          .definedBy("fr.gestmat.directory..")
          .layer("identity")
          .definedBy("fr.gestmat.identity..")
          .layer("notice")
          .definedBy("fr.gestmat.notice..")
          .layer("lending")
          .definedBy("fr.gestmat.lending..")
          .layer("mealaid")
          .definedBy("fr.gestmat.mealaid..")
          .whereLayer("lending")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("mealaid")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("notice")
          .mayOnlyBeAccessedByLayers("lending", "mealaid")
          .whereLayer("identity")
          .mayOnlyBeAccessedByLayers("notice", "lending", "mealaid")
          .whereLayer("directory")
          .mayOnlyBeAccessedByLayers("identity", "notice", "lending", "mealaid")
          .whereLayer("access")
          .mayOnlyBeAccessedByLayers(
              "journal",
              "job",
              "filestore",
              "directory",
              "identity",
              "notice",
              "lending",
              "mealaid")
          .whereLayer("job")
          .mayOnlyBeAccessedByLayers(
              "filestore", "directory", "identity", "notice", "lending", "mealaid")
          .whereLayer("filestore")
          .mayOnlyBeAccessedByLayers("directory", "identity", "notice", "lending", "mealaid");

  @ArchTest
  static final ArchRule entities_know_no_control_or_boundary_of_their_component =
      noClasses()
          .that()
          .resideInAPackage("fr.gestmat.lending.entity..")
          .or()
          .resideInAPackage("fr.gestmat.directory.entity..")
          .or()
          .resideInAPackage("fr.gestmat.identity.entity..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("fr.gestmat.*.control..")
                  .or(resideInAPackage("fr.gestmat.*.boundary..")));

  @ArchTest
  static final ArchRule the_business_knows_no_http =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.servlet..", "jakarta.ws.rs..", "jakarta.faces..");

  @ArchTest
  static final ArchRule plain_jakarta_ee_only =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("fish.payara..", "org.glassfish..", "com.sun.enterprise..");

  @ArchTest
  static final ArchRule use_cases_live_in_boundaries =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .should()
          .resideInAPackage("..boundary..")
          .allowEmptyShould(true);

  /**
   * Of two use cases with one name the server would take one for an EJB and leave the other without
   * roles or transactions.
   */
  @ArchTest
  static void every_use_case_has_a_name_of_its_own(JavaClasses classes) {
    Map<String, List<String>> named = new TreeMap<>();
    for (JavaClass one : classes) {
      if (one.isAnnotatedWith(Stateless.class)) {
        String given = one.getAnnotationOfType(Stateless.class).name();
        named
            .computeIfAbsent(
                given.isEmpty() ? one.getSimpleName() : given, key -> new ArrayList<>())
            .add(one.getName());
      }
    }
    assertThat(named.values()).isNotEmpty().allMatch(same -> same.size() == 1);
  }

  /** Refused by default: a use case that says nothing of who may call it does not build. */
  @ArchTest
  static final ArchRule every_use_case_says_who_may_call_it =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .should(sayWhoMayCall())
          .allowEmptyShould(true);

  /**
   * Below an EJB without a transaction, Payara leaves JDBC out of what {@code @Transactional}
   * begins; {@link InTransaction} does not.
   */
  @ArchTest
  static final ArchRule transactions_are_begun_by_ejbs =
      methods()
          .that()
          .areAnnotatedWith(Transactional.class)
          .should(joinOnly())
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .that(alwaysTrue())
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Service)$");

  /** A rule or use case that reads the clock by itself cannot be tested at another time. */
  @ArchTest
  static final ArchRule time_comes_from_the_injected_clock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now");

  private static ArchCondition<JavaMethod> joinOnly() {
    return new ArchCondition<>("join a transaction and begin none: use @InTransaction") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean joins = method.getAnnotationOfType(Transactional.class).value() == TxType.MANDATORY;
        events.add(
            new SimpleConditionEvent(method, joins, method.getFullName() + " may begin one"));
      }
    };
  }

  private static ArchCondition<JavaMethod> sayWhoMayCall() {
    return new ArchCondition<>("say who may call them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        var owner = method.getOwner();
        boolean said =
            method.isAnnotatedWith(RolesAllowed.class)
                || method.isAnnotatedWith(PermitAll.class)
                || method.isAnnotatedWith(DenyAll.class)
                || owner.isAnnotatedWith(RolesAllowed.class)
                || owner.isAnnotatedWith(PermitAll.class)
                || owner.isAnnotatedWith(DenyAll.class);
        events.add(
            new SimpleConditionEvent(method, said, method.getFullName() + " says nothing of it"));
      }
    };
  }
}
