package fr.gestmat.lending.control.takeover;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetKind;
import fr.gestmat.lending.control.sheet.SheetPass;
import fr.gestmat.lending.control.sheet.SheetWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Checks or applies a takeover in the background. */
@ApplicationScoped
public class TakeoverWork extends SheetWork {

  /** Kind of these tasks. */
  public static final String KIND = "TAKEOVER";

  @Inject private TakeoverCheck check;
  @Inject private TakeoverApply apply;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  protected SheetKind sheets() {
    return SheetKind.TAKEOVER;
  }

  @Override
  protected SheetPass.Judge judge(SentSheet sheet, Scope scope) {
    return check.of(sheet, scope);
  }

  @Override
  protected int batch(SentSheet sheet, Caller who, Scope scope) {
    return apply.batch(sheet, who, scope);
  }

  @Override
  protected void finish(SentSheet sheet, Caller who) {
    apply.finish(sheet, who);
  }
}
