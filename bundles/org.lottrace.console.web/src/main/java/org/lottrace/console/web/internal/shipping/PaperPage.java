package org.lottrace.console.web.internal.shipping;

import java.util.Locale;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.movement.ShipmentPaper;
import org.lottrace.api.movement.ShipmentPapers;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Delivery note and packing list of a shipment, as files: {@code shipment-paper?number=S1&paper=PACKING_LIST&language=de}. */
public final class PaperPage implements Page {
    @Override
    public String path() {
        return "shipment-paper";
    }

    @Override
    public String needs() {
        return "shipment.paper";
    }

    @Override
    public Answer show(Visit visit) {
        String number = visit.parameters().text("number");
        Optional<ShipmentPaper> paper = Optional.of(visit.parameters().text("paper"))
                .map(text -> text.isEmpty() ? ShipmentPaper.DELIVERY_NOTE.code() : text)
                .flatMap(text -> coded(ShipmentPaper.class, text));
        Optional<PaperLanguage> language =
                visit.parameters().given("language").flatMap(text -> coded(PaperLanguage.class, text));
        if (paper.isEmpty() || number.isEmpty()) {
            return Answer.NOT_FOUND;
        }
        return visit.as(ShipmentPapers.class)
                .pdf(number, paper.get(), language)
                .<Answer>fold(
                        bytes -> new Answer.Download(
                                paper.get().code().toLowerCase(Locale.ROOT) + "-"
                                        + number.replaceAll("[^A-Za-z0-9-]", "_") + ".pdf",
                                "application/pdf",
                                out -> out.write(bytes)),
                        refused -> new Answer.Failure(404, "shipping.unknown", number));
    }

    private static <E extends Enum<E> & Coded> Optional<E> coded(Class<E> type, String text) {
        try {
            return Optional.of(Coded.of(type, text));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
