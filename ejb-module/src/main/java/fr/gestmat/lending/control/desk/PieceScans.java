package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.charge.ChargeLife;
import fr.gestmat.lending.control.charge.PieceCharges;
import fr.gestmat.lending.control.charge.PieceRelief;
import fr.gestmat.lending.control.desk.DeskReader.DeviceMatch;
import fr.gestmat.lending.control.desk.Effects.Work;
import fr.gestmat.lending.control.desk.ScanAnswer.Offer;
import fr.gestmat.lending.control.desk.Scanning.Done;
import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.control.kit.PiecePolicy;
import fr.gestmat.lending.control.kit.PiecePolicy.Decision;
import fr.gestmat.lending.control.kit.PiecePolicy.Situation;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.KitGap;
import fr.gestmat.lending.entity.KitPiece;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scans of pieces that have a code of their own; the device of their kit stays where it is. */
@ApplicationScoped
public class PieceScans {

  @PersistenceContext private EntityManager entities;
  @Inject private DeskJournal journal;
  @Inject private PieceCharges charges;

  /** Decides and does a scan of a piece that belongs to the kit of {@code match}. */
  Done scan(
      Station station,
      ScanRequest request,
      String code,
      DeviceMatch match,
      Optional<ScanChoice> choice) {
    Device device = entities.find(Device.class, match.id(), LockModeType.PESSIMISTIC_WRITE);
    Kit.Piece piece =
        match.pieces().stream().filter(p -> p.code().equals(code)).findFirst().orElseThrow();
    Optional<KitGap> gap = gap(piece);
    Decision decision =
        PiecePolicy.decide(
            new Situation(piece.name(), match.assetTag(), device.state(), gap.isPresent()),
            request.mode(),
            choice);
    Touched touched = new Touched();
    List<Finding> findings = new ArrayList<>(List.of(decision.finding()));
    apply(new Work(station, request, touched), device, piece, gap, decision.effect())
        .map(PieceScans::finding)
        .ifPresent(findings::add);
    return new Done(
        new ScanAnswer(
            decision.outcome(),
            List.copyOf(findings),
            Optional.of(match.match()),
            Optional.of(Views.of(station.facts(), device)),
            Optional.empty(),
            Optional.empty(),
            decision.choices().stream()
                .map(c -> new Offer(c, Optional.empty(), match.assetTag()))
                .toList()),
        device.id(),
        null,
        null,
        touched);
  }

  private Optional<KitGap> gap(Kit.Piece piece) {
    return entities
        .createQuery(
            "select g from KitGap g where g.pieceId = :piece"
                + " and g.quantity > g.found + g.replaced",
            KitGap.class)
        .setParameter("piece", piece.id())
        .getResultStream()
        .findFirst();
  }

  /** Does it; what became of the charge for the piece. */
  private Optional<PieceRelief> apply(
      Work work, Device device, Kit.Piece piece, Optional<KitGap> gap, PiecePolicy.Effect effect) {
    Optional<PieceRelief> relief = Optional.empty();
    switch (effect) {
      case NONE -> {}
      case FOUND -> {
        KitGap missing = gap.orElseThrow();
        remember(work, device, piece, missing);
        missing.find(1, work.station().now(), work.station().caller().name());
        relief =
            charges.found(
                missing,
                1,
                ChargeLife.Actor.of(work.station().caller()),
                Optional.of(work.request().scanId()));
        journal.write(work, LendingAction.PIECE_FOUND, device, Optional.empty());
      }
      case TAKEN_OUT -> {
        remember(work, device, piece, null);
        entities.find(KitPiece.class, piece.id()).joins(null);
        journal.write(work, LendingAction.PIECE_TAKEN_OUT, device, Optional.empty());
      }
    }
    entities.flush();
    return relief;
  }

  private static Finding finding(PieceRelief relief) {
    return Finding.of(
        relief.outcome() == PieceRelief.Outcome.TO_REFUND
            ? ScanReason.CHARGE_TO_REFUND
            : ScanReason.CHARGE_CANCELLED);
  }

  private static void remember(
      Work work, Device device, Kit.Piece piece, @org.jspecify.annotations.Nullable KitGap gap) {
    work.touched().about(device);
    work.touched()
        .about(new UndoState.PieceWas(piece.id(), device.id(), gap == null ? null : gap.id()));
  }
}
