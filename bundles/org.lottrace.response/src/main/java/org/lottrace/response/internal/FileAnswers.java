package org.lottrace.response.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.answer.AnswerColumn;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What the rows of a file say, compared with what was sent out: nothing but the answer may differ. */
final class FileAnswers {
    private static final Set<String> YES = Set.of("yes", "y", "true", "x", "1", "ja");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "-", "0", "nein");
    private static final String AMOUNT = "\\d{1,12}([.,]\\d{1,6})?";
    /** Digits in threes behind a separator: a thousand for one half of the world, a fraction for the other. */
    private static final String AMBIGUOUS = "[1-9]\\d{0,2}[.,]\\d{3}";

    private final OpenNotice notice;
    private final List<RecallNotice.Goods> sent;
    private final String source;
    private final List<Violation> problems = new ArrayList<>();
    private final Set<Integer> answered = new HashSet<>();

    /**
     * @param sent the lines of the notice, as they went out
     * @param source {@link ConsigneeAnswer#source()}
     */
    FileAnswers(OpenNotice notice, List<RecallNotice.Goods> sent, String source) {
        this.notice = notice;
        this.sent = sent;
        this.source = source;
    }

    /**
     * @return one answer for each line that is still asked: a lot that was shown not to be affected since needs none; worth
     *     something only when there are no {@link #problems()}
     */
    List<ConsigneeAnswer> answers(List<SheetRow> rows) {
        String name = rows.stream()
                .map(row -> row.text(AnswerColumn.NAME))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (name.isEmpty()) {
            problems.add(rows.get(0).cell(AnswerColumn.NAME).problem("NAME_MISSING", "say who answers"));
        }
        String code = rows.get(0).text(AnswerColumn.CODE);
        List<ConsigneeAnswer> answers = new ArrayList<>();
        for (SheetRow row : rows) {
            unchanged(row, AnswerColumn.NOTICE, notice.key());
            unchanged(row, AnswerColumn.CODE, code);
            line(row)
                    .map(goods -> answer(row, goods, name))
                    .filter(this::isAsked)
                    .ifPresent(answers::add);
        }
        missing();
        return answers;
    }

    List<Violation> problems() {
        return List.copyOf(problems);
    }

    private Optional<RecallNotice.Goods> line(SheetRow row) {
        SheetCell cell = row.cell(AnswerColumn.LINE);
        int line = cell.text().matches("\\d{1,6}") ? Integer.parseInt(cell.text()) : 0;
        if (line < 1 || line > sent.size()) {
            problems.add(cell.problem(
                    "LINE_UNKNOWN", "the notice has the lines 1 to " + sent.size() + ", not \"" + cell.text() + "\""));
            return Optional.empty();
        }
        if (!answered.add(line)) {
            problems.add(cell.problem("LINE_TWICE", "line " + line + " is answered by an earlier row already"));
            return Optional.empty();
        }
        return Optional.of(sent.get(line - 1));
    }

    private ConsigneeAnswer answer(SheetRow row, RecallNotice.Goods goods, String name) {
        UnitOfMeasure unit = goods.quantity().unit();
        unchanged(row, AnswerColumn.SHIPMENT, goods.shipment().number());
        unchanged(
                row,
                AnswerColumn.ITEM,
                TextForms.write(ItemNumber.class, goods.lot().item()));
        unchanged(
                row,
                AnswerColumn.LOT,
                TextForms.write(LotNumber.class, goods.lot().number()));
        unchanged(row, AnswerColumn.UNIT, TextForms.write(UnitOfMeasure.class, unit));
        String own = row.text(AnswerColumn.NAME);
        return new ConsigneeAnswer(
                notice.consignee().party(),
                goods.shipment(),
                goods.lot(),
                amount(row.cell(AnswerColumn.ON_HAND), unit),
                amount(row.cell(AnswerColumn.DESTROYED), unit),
                amount(row.cell(AnswerColumn.USED), unit),
                told(row.cell(AnswerColumn.TOLD)),
                row.text(AnswerColumn.CERTIFICATE),
                own.isEmpty() ? name : own,
                source);
    }

    /** A lot number that a spreadsheet took for a number or a date is another lot number. */
    private void unchanged(SheetRow row, AnswerColumn column, String expected) {
        SheetCell cell = row.cell(column);
        if (!cell.text().equals(expected)) {
            problems.add(cell.problem(
                    "CHANGED",
                    "was sent out as \"" + expected + "\" and is \"" + cell.text() + "\" now; write it as it was. A"
                            + " spreadsheet leaves it alone when the column is imported as text"));
        }
    }

    private Quantity amount(SheetCell cell, UnitOfMeasure unit) {
        String text = cell.text();
        if (!text.matches(AMOUNT)) {
            problems.add(cell.problem(
                    "AMOUNT_WRONG",
                    "say how much, as 12 or 12.5 without a unit, 0 when it is nothing"
                            + (text.isEmpty() ? "" : "; \"" + text + "\" is no amount")));
            return Quantity.zero(unit);
        }
        String whole = text.replaceAll("[.,]", "");
        String fraction = text.replace(',', '.');
        if (text.matches(AMBIGUOUS)) {
            problems.add(cell.problem(
                    "AMOUNT_AMBIGUOUS",
                    "\"" + text + "\" can mean " + whole + " or "
                            + new BigDecimal(fraction).stripTrailingZeros().toPlainString() + ": write " + whole
                            + " without a separator, or " + fraction + "0 with one more decimal"));
        }
        return new Quantity(new BigDecimal(fraction), unit);
    }

    private boolean told(SheetCell cell) {
        String text = cell.text().toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            problems.add(cell.problem("YES_OR_NO", "say yes or no, not \"" + cell.text() + "\""));
        }
        return YES.contains(text);
    }

    private boolean isAsked(ConsigneeAnswer answer) {
        return notice.lines().stream()
                .anyMatch(line ->
                        line.shipment().equals(answer.shipment()) && line.lot().equals(answer.lot()));
    }

    private void missing() {
        for (int line = 1; line <= sent.size(); line++) {
            if (!answered.contains(line)) {
                RecallNotice.Goods goods = sent.get(line - 1);
                problems.add(new Violation(
                        "LINE_MISSING",
                        ViolationPath.WHOLE,
                        "no row answers line " + line + ", lot " + goods.lot().number() + " of shipment "
                                + goods.shipment().number() + "; every line needs an answer, 0 when it is nothing"));
            }
        }
    }
}
