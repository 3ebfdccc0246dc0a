package fr.gestmat.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Opening one more resource to everybody is a decision: it is written down here. */
class OpenToEverybodyTest {

  @Test
  void these_resources_need_no_sign_on_and_no_others() {
    Set<String> open =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fr.gestmat.web")
                .stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .filter(OpenToEverybodyTest::open)
                .map(JavaMethod::getOwner)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

    assertThat(open)
        .containsExactlyInAnyOrder(
            "ActivationResource",
            "CounterAppResource",
            "ErrorResource",
            "ExampleResource",
            "FamilyDoorResource",
            "HomeResource",
            "LanguageResource",
            "MailLinkResource",
            "OpenApiResource",
            "PortalArrivalResource",
            "ReminderChoiceResource",
            "ServicePagesResource",
            "SimulatorResource",
            "SignInResource");
  }

  private static boolean open(JavaMethod method) {
    return method.isAnnotatedWith(PermitAll.class)
        || method.getOwner().isAnnotatedWith(PermitAll.class);
  }
}
