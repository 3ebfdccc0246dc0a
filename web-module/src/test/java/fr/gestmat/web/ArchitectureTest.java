package fr.gestmat.web;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import fr.gestmat.web.security.OpenTo;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;

/** What the web may not do: it shows and asks, the business decides. */
@AnalyzeClasses(packages = "fr.gestmat.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_web_has_no_database =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule plain_jakarta_ee_only =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("fish.payara..", "org.glassfish..", "com.sun.enterprise..")
          .allowEmptyShould(true);

  /** Refused by default: a resource that says nothing of who may call it does not build. */
  @ArchTest
  static final ArchRule every_resource_says_who_may_call_it =
      methods()
          .that()
          .areMetaAnnotatedWith(HttpMethod.class)
          .should()
          .beAnnotatedWith(OpenTo.class)
          .orShould()
          .beAnnotatedWith(PermitAll.class)
          .orShould()
          .beAnnotatedWith(DenyAll.class)
          .orShould()
          .beDeclaredInClassesThat(
              annotatedWith(OpenTo.class)
                  .or(annotatedWith(PermitAll.class))
                  .or(annotatedWith(DenyAll.class)));

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveNameMatching(".*(Impl|Manager|Helper|Utils?)$")
          .allowEmptyShould(true);
}
