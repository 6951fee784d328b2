package org.lottrace.notice.internal;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.recall.notice.RecallNotice;

/** A notice as lines of text, the same by every way: what it says is decided in the notice, nothing is added. */
final class NoticeText {
    private NoticeText() {}

    /**
     * @param answerPage where the consignee can answer
     * @param fileTo whom to send the filled-in file; absent when none comes with the text
     */
    static List<String> of(RecallNotice notice, Optional<URI> answerPage, Optional<String> fileTo) {
        List<String> lines = new ArrayList<>();
        lines.add(notice.heading());
        lines.add("");
        lines.add("Recall " + notice.recallCase() + ", notice " + notice.key());
        lines.add("To " + notice.receiver().name());
        section(lines, "The goods");
        notice.goods().forEach(goods -> lines.add("- " + goods(goods)));
        section(lines, "Why");
        lines.add(notice.reason());
        if (!notice.hazard().isEmpty()) {
            lines.add(notice.hazard());
        }
        section(lines, "What to do");
        notice.instructions().forEach(instruction -> lines.add("- " + instruction));
        if (notice.questions().isEmpty()) {
            lines.add("");
        } else {
            section(lines, "Please answer, also when you have nothing left");
            notice.questions().forEach(question -> lines.add("- " + question));
            answerPage.ifPresent(page -> lines.add("Answer here: " + page));
            fileTo.ifPresent(address ->
                    lines.add("Or fill in the attached file, as its first lines say, and send it to " + address));
        }
        lines.add("Contact: " + notice.contact());
        return lines;
    }

    private static void section(List<String> lines, String title) {
        lines.add("");
        lines.add(title);
    }

    private static String goods(RecallNotice.Goods goods) {
        return goods.description() + ", lot " + goods.lot().number()
                + goods.gtin().map(gtin -> ", GTIN " + gtin).orElse("")
                + date(", produced ", goods.productionDate())
                + date(", use by ", goods.expiry())
                + ": " + goods.quantity() + ", shipment " + goods.shipment().number() + " of " + goods.shippedOn()
                + (goods.customerOrder().isEmpty() ? "" : ", your order " + goods.customerOrder())
                + (goods.serials().isEmpty() ? "" : ", serial numbers " + String.join(", ", goods.serials()));
    }

    private static String date(String label, Optional<LocalDate> date) {
        return date.map(day -> label + day).orElse("");
    }
}
