package fr.gestmat.lending.control.delivery;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Verdict;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.sheet.Columns;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetKind;
import fr.gestmat.lending.control.sheet.SheetLines.Judged;
import fr.gestmat.lending.control.sheet.SheetPass;
import fr.gestmat.lending.control.sheet.SheetWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks or applies a supplier's file in the background. */
@ApplicationScoped
public class DeliveryWork extends SheetWork {

  /** Kind of these tasks. */
  public static final String KIND = "DELIVERY";

  @Inject private ReferenceData reference;
  @Inject private Choices choices;
  @Inject private DeliveryRows rows;
  @Inject private DeliveredDevices devices;
  @Inject private DeliveryApply apply;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  protected SheetKind sheets() {
    return SheetKind.DELIVERY;
  }

  @Override
  protected SheetPass.Judge judge(SentSheet sheet, Scope scope) {
    DeliveryAbout about = DeliveryAbout.of(sheet);
    TagScheme scheme = reference.fresh(sheet.authorityId()).tags();
    DeliveryReader reader =
        new DeliveryReader(Columns.of(DeliveryField.class, sheet.columns()), scheme);
    Map<String, Long> schools =
        choices.schools(scope).stream()
            .collect(Collectors.toMap(Choices.School::uai, Choices.School::key));
    Optional<Long> delivery =
        rows.find(sheet.authorityId(), about.reference()).map(DeliveryRows.Delivery::id);
    DeliveryJudge judge =
        devices.judge(sheet.authorityId(), schools, about.school().filter(scope::covers));
    return some ->
        devices
            .judge(judge, sheet.authorityId(), delivery, some.stream().map(reader::read).toList())
            .stream()
            .map(DeliveryWork::judged)
            .toList();
  }

  @Override
  protected int batch(SentSheet sheet, Caller who, Scope scope) {
    return apply.batch(sheet, who, scope);
  }

  @Override
  protected void finish(SentSheet sheet, Caller who) {
    apply.finish(sheet, who);
  }

  private static Judged judged(Verdict verdict) {
    return new Judged(
        verdict.row().line(),
        verdict.row().tag(),
        verdict.row().toJson(),
        verdict.outcome(),
        verdict.reason(),
        verdict.school(),
        0);
  }
}
