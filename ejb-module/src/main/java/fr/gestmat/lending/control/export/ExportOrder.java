package fr.gestmat.lending.control.export;

import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.LoanFilter;
import java.util.Optional;

/** What somebody wants to take away. */
public sealed interface ExportOrder {

  /** As which kind of file. */
  ExportFormat format();

  /**
   * The devices that a filter keeps.
   *
   * @param filter the filter of the list
   * @param format as which kind of file
   */
  record Devices(DeviceFilter filter, ExportFormat format) implements ExportOrder {}

  /**
   * The loans that a filter keeps.
   *
   * @param filter the filter of the list
   * @param format as which kind of file
   */
  record Loans(LoanFilter filter, ExportFormat format) implements ExportOrder {}

  /**
   * The repairs that run.
   *
   * @param school UAI of the one school that is asked for; empty for all that the reader runs
   * @param format as which kind of file
   */
  record Repairs(Optional<String> school, ExportFormat format) implements ExportOrder {}
}
