package org.lottrace.console.web.internal.desk;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.sheet.SheetFile;

/** A list as a file for spreadsheets: as CSV, or as a workbook when the address ends with {@code .xlsx}. The heads are the same in every language. */
public final class Sheet {
    private Sheet() {}

    /** One row after the other. */
    @FunctionalInterface
    public interface Rows {
        /** @param cells numbers, amounts, days and moments as such; everything else as its text, an absent one empty */
        void row(Object... cells) throws IOException;
    }

    /** Writes the rows below the heads. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Rows rows) throws IOException;
    }

    /**
     * @param name of the file, without its ending
     * @param sheet name of the sheet in a workbook
     */
    public static Answer of(Visit visit, String name, String sheet, List<String> heads, Content content) {
        return isWorkbook(visit)
                ? new Answer.Download(name + "." + SheetFile.ENDING, SheetFile.MEDIA_TYPE, out -> {
                    SheetFile file = new SheetFile(out, sheet, heads);
                    content.writeTo(cells ->
                            file.row(Arrays.stream(cells).map(Sheet::cell).toList()));
                    file.end();
                })
                : new Answer.Download(name + ".csv", "text/csv;charset=utf-8", out -> {
                    Csv csv = new Csv(out);
                    csv.row(heads.toArray());
                    content.writeTo(csv::row);
                    csv.end();
                });
    }

    private static boolean isWorkbook(Visit visit) {
        List<String> rest = visit.address().rest();
        return rest.get(rest.size() - 1).endsWith("." + SheetFile.ENDING);
    }

    private static Object cell(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Sheet::cell).orElse("");
        }
        return value instanceof Money money ? money.getAmount() : value;
    }
}
