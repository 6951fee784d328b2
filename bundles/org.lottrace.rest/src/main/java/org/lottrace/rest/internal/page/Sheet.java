package org.lottrace.rest.internal.page;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.rest.internal.json.TextShape;
import org.lottrace.sheet.SheetFile;

/**
 * Lists as a workbook, with the {@link Columns} of the type: amounts and quantities as numbers with a column beside them for currency or
 * unit, days and moments as such, everything else as text.
 */
public final class Sheet {
    /** Media type. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final MediaType MEDIA_TYPE = MediaType.valueOf(TYPE);

    private Sheet() {}

    /** @return whether that is what was asked for, and not just anything */
    public static boolean is(MediaType type) {
        return MEDIA_TYPE.equals(new MediaType(type.getType(), type.getSubtype()));
    }

    /** @param type of the page, with that of its rows */
    public static void write(Page<?> page, Type type, OutputStream to) throws IOException {
        Columns columns = new Columns(type);
        SheetFile file = new SheetFile(
                to,
                "List",
                columns.all().stream().flatMap(column -> heads(column).stream()).toList());
        for (Object value : page.values()) {
            Map<Columns.Column, Object> cells = columns.cells(value);
            List<Object> row = new ArrayList<>();
            for (Columns.Column column : columns.all()) {
                row.addAll(cells(column, cells.get(column)));
            }
            file.row(row);
        }
        file.end();
    }

    private static List<String> heads(Columns.Column column) {
        String name = column.name();
        if (isOf(column, Quantity.class)) {
            return List.of(name, name + ".unit");
        }
        if (isOf(column, Money.class)) {
            return List.of(name, name + ".currency");
        }
        return List.of(isOf(column, Instant.class) ? name + " (UTC)" : name);
    }

    private static List<Object> cells(Columns.Column column, Object value) {
        if (value instanceof Quantity quantity) {
            return List.of(quantity.amount(), quantity.unit().code());
        }
        if (value instanceof Money money) {
            return List.of(money.getAmount(), money.getCurrencyUnit().getCode());
        }
        if (value == null) {
            return heads(column).stream().<Object>map(head -> "").toList();
        }
        boolean isItself = value instanceof Number || value instanceof LocalDate || value instanceof Instant;
        return List.of(isItself ? value : column.text(value));
    }

    private static boolean isOf(Columns.Column column, Class<?> type) {
        return column.shape() instanceof TextShape text && text.isOf(type);
    }
}
