package org.lottrace.persistence.internal.thirdparty;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.thirdparty.GoodsCondition;
import org.lottrace.api.thirdparty.StockDocument;

/** The lines of a document as one text: a line for each, its parts between tabs, which no part of it can hold. */
final class LineText {
    private static final String TAB = "\t";

    private LineText() {}

    static String write(List<StockDocument.Line> lines) {
        return lines.stream().map(LineText::write).collect(Collectors.joining("\n"));
    }

    private static String write(StockDocument.Line line) {
        return Stream.of(
                        line.item().value(),
                        text(line.issuer(), PartyId::value),
                        text(line.lot(), LotNumber::value),
                        line.quantity().amount().toPlainString(),
                        line.quantity().unit().code(),
                        text(line.container(), Sscc::value),
                        text(line.location(), LocationId::value),
                        text(line.orderLine(), String::valueOf),
                        line.condition().code())
                .collect(Collectors.joining(TAB));
    }

    static List<StockDocument.Line> read(String text) {
        return text.lines().map(LineText::line).toList();
    }

    private static StockDocument.Line line(String text) {
        String[] parts = text.split(TAB, -1);
        return new StockDocument.Line(
                new ItemNumber(parts[0]),
                value(parts[1], PartyId::new),
                value(parts[2], LotNumber::new),
                Quantity.of(parts[3], parts[4]),
                value(parts[5], Sscc::new),
                value(parts[6], LocationId::new),
                value(parts[7], Integer::valueOf),
                Coded.of(GoodsCondition.class, parts[8]));
    }

    private static <T> String text(Optional<T> value, Function<T, String> writer) {
        return value.map(writer).orElse("");
    }

    private static <T> Optional<T> value(String text, Function<String, T> reader) {
        return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
    }
}
