package org.lottrace.console.commands.internal.cost;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.input.ServerFiles;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "cost",
        name = "record-rates",
        description = "Records what foreign currencies are worth in that of the books, with their day and source")
public final class RecordRatesCommand extends CaptureCommand {
    private static final String FORM = "2026-11-27,USD,0.92";

    /** Spreadsheets begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Uses
    private CostEntries entries;

    @Argument(index = 0, name = "SOURCE", description = "Who published the rates, such as ECB", required = true)
    private String source;

    @Argument(
            index = 1,
            name = "RATE",
            description = "Day, currency, and what one of it is worth, such as " + FORM,
            multiValued = true)
    private List<String> rates = List.of();

    @Option(
            name = "--file",
            description =
                    "File in the folder of the server with such a rate on each line, in UTF-8; the first line may be"
                            + " headings")
    private String file;

    @Option(name = "--site", description = "Where it is recorded. Default: the company's only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Override
    protected void run() throws CommandException {
        List<String> lines = new ArrayList<>(rates);
        if (file != null) {
            lines.addAll(linesOf(new String(ServerFiles.content(file), StandardCharsets.UTF_8)));
        }
        report(entries.recordRates(new ExchangeRates(
                contextAt(Optional.ofNullable(site).map(SiteId::new).orElseGet(this::onlySite)),
                source,
                lines.stream().map(RecordRatesCommand::rate).toList())));
    }

    /** A first line without any digit is headings: whatever has one is read or refused. */
    static List<String> linesOf(String text) {
        List<String> lines = text.replace(BYTE_ORDER_MARK, "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        boolean hasHeadings = !lines.isEmpty() && lines.get(0).chars().noneMatch(Character::isDigit);
        return hasHeadings ? lines.subList(1, lines.size()) : lines;
    }

    private static ExchangeRates.Rate rate(String text) {
        String[] cells = text.split("[,;]", -1);
        try {
            if (cells.length == 3) {
                return new ExchangeRates.Rate(
                        TextForms.read(LocalDate.class, cells[0].trim()),
                        cells[1].trim(),
                        TextForms.read(BigDecimal.class, cells[2].trim()));
            }
        } catch (IllegalArgumentException e) { // a number that is none is one, too
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    private static IllegalArgumentException wrong(String text, Throwable why) {
        return new IllegalArgumentException(
                "write a rate as " + FORM + "; not \"" + text + "\". Nothing was recorded", why);
    }
}
