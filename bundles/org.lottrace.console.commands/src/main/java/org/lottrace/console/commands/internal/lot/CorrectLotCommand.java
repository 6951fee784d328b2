package org.lottrace.console.commands.internal.lot;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.LotArgument;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "correct",
        description = "Corrects dates or numbers of a lot; what is not given stays as it is. lot:history shows both")
public final class CorrectLotCommand extends CaptureCommand {
    @Uses
    private LotMaster lots;

    @Uses
    private LotCorrections corrections;

    @Option(name = "--reason", description = "Why, for people", required = true)
    private String reason;

    @Option(name = "--expiry", description = "Last day on which it may be used, 2027-01-31")
    private String expiry;

    @Option(name = "--produced", description = "Day on which it was produced, 2026-01-31")
    private String produced;

    @Option(name = "--number", description = "The number that is on the goods; the lot is found under both")
    private String number;

    @Option(name = "--supplier-number", description = "The number exactly as the supplier writes it")
    private String supplierNumber;

    @Option(name = "--site", description = "Where it was decided. Default: the only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 0, name = "LOT", description = LotArgument.FORM, required = true)
    @Completion(LotCompleter.class)
    private String lot;

    @Override
    protected void run() throws CommandException {
        SiteId decidedAt = site == null ? onlySite() : TextForms.read(SiteId.class, site);
        report(corrections.correct(new LotCorrection(
                contextAt(decidedAt),
                LotArgument.find(lots, lot).key(),
                day(produced),
                day(expiry),
                Optional.ofNullable(supplierNumber),
                Optional.ofNullable(number).map(TextForms.of(LotNumber.class)::read),
                reason)));
    }

    private static Optional<LocalDate> day(String text) {
        return Optional.ofNullable(text).map(TextForms.of(LocalDate.class)::read);
    }
}
