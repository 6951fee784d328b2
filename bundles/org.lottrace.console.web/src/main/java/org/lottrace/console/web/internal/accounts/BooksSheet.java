package org.lottrace.console.web.internal.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lottrace.console.web.internal.desk.Sheet;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** A list from the books as a file: the head of a last column, which is empty, says how far the books were. */
final class BooksSheet {
    private BooksSheet() {}

    /** As {@link Sheet#of}. */
    static Answer of(Visit visit, String name, String sheet, List<String> heads, Sheet.Content content) {
        List<String> all = new ArrayList<>(heads);
        all.add("books: " + AccountsPage.progress(visit).line());
        return Sheet.of(
                visit,
                name,
                sheet,
                all,
                isCsv(visit) ? rows -> content.writeTo(cells -> rows.row(withLast(cells))) : content);
    }

    /** In CSV each row has a cell for each head. */
    private static Object[] withLast(Object... cells) {
        Object[] row = Arrays.copyOf(cells, cells.length + 1);
        row[cells.length] = "";
        return row;
    }

    private static boolean isCsv(Visit visit) {
        List<String> rest = visit.address().rest();
        return rest.get(rest.size() - 1).endsWith(".csv");
    }
}
