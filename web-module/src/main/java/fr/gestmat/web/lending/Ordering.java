package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.StockExport.Ordered;
import fr.gestmat.lending.control.export.ExportFormat;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What the orders of a list as a file read and answer. */
final class Ordering {

  private Ordering() {}

  /** CSV if asked for, else a workbook. */
  static ExportFormat format(Typed typed) {
    return typed.text("format").equals("csv") ? ExportFormat.CSV : ExportFormat.XLSX;
  }

  /** To the file if it is there already, else to the page of the task that makes it. */
  static Response answer(Ordered ordered) {
    String address =
        ordered instanceof Ordered.Ready ready
            ? "/fichiers/" + ready.file()
            : "/taches/" + ((Ordered.Working) ordered).task();
    return Response.seeOther(URI.create(address)).build();
  }
}
