package fr.gestmat.web.security;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.identity.boundary.SchoolRef;
import fr.gestmat.identity.boundary.SignedOn;
import fr.gestmat.web.view.Frame;
import fr.gestmat.web.view.View;
import fr.gestmat.web.view.Visitor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says to the business who calls and to the pages who looks at them. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class IdentityFilter implements ContainerRequestFilter {

  /** What a sign-in form carries, sealed with the browser's secret. */
  static final String ANONYMOUS_FORM = "form";

  @Inject private HttpServletRequest request;
  @Inject private CurrentCaller caller;
  @Inject private Frame frame;
  @Inject private Cookies cookies;
  @Inject private View view;

  @Override
  public void filter(ContainerRequestContext context) {
    Optional<RequestIdentity> known = RequestIdentity.of(request);
    if (known.isPresent()) {
      caller.signOn(known.get().signedOn().caller());
      frame.recognise(() -> visitor(known.get().signedOn()));
    } else {
      cookies
          .value(request, Cookies.BROWSER)
          .ifPresent(secret -> frame.recognise(() -> anonymous(secret)));
    }
  }

  /** Nobody in particular, whose forms are bound to this browser. */
  static Visitor anonymous(String browserSecret) {
    Visitor nobody = Visitor.ANONYMOUS;
    return new Visitor(
        nobody.account(),
        nobody.name(),
        nobody.title(),
        nobody.roles(),
        nobody.portal(),
        nobody.schools(),
        nobody.school(),
        nobody.zone(),
        nobody.services(),
        ForgeryToken.seal(browserSecret, ANONYMOUS_FORM));
  }

  private Visitor visitor(SignedOn signedOn) {
    Optional<SchoolRef> school = signedOn.school();
    Set<HeldRole> here =
        signedOn.caller().roles().stream()
            .filter(held -> holdsAt(held, school))
            .collect(Collectors.toSet());
    String title =
        here.stream()
            .map(HeldRole::role)
            .max(Comparator.naturalOrder())
            .map(role -> view.text("identity.role." + role))
            .orElse("");
    return new Visitor(
        Optional.of(signedOn.caller().accountPublicId().toString()),
        signedOn.caller().name(),
        title,
        here.stream().map(held -> held.role().name()).collect(Collectors.toSet()),
        signedOn.portal(),
        signedOn.schools().stream().map(IdentityFilter::choice).toList(),
        school.map(IdentityFilter::choice),
        signedOn.zone(),
        signedOn.services(),
        signedOn.csrf());
  }

  /** Without a school chosen, a right held anywhere is shown. */
  private static boolean holdsAt(HeldRole held, Optional<SchoolRef> school) {
    Long limited = held.schoolId();
    return limited == null || school.map(here -> here.id() == limited).orElse(true);
  }

  private static Visitor.SchoolChoice choice(SchoolRef school) {
    return new Visitor.SchoolChoice(school.uai(), school.name());
  }
}
