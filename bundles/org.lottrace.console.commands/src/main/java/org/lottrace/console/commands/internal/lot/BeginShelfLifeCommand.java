package org.lottrace.console.commands.internal.lot;

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
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.CaptureCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.completion.SiteCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "begin-shelf-life",
        description = "Records that goods were opened or thawed, from when on their shelf life counts")
public final class BeginShelfLifeCommand extends CaptureCommand {
    @Uses
    private ShelfLives lives;

    @Option(
            name = "--number",
            description =
                    "Of a part: its new lot number, when it is already on the goods. Default: the next one of the site")
    private String number;

    @Option(name = "--site", description = "Where it was done. Default: the only site")
    @Completion(SiteCompleter.class)
    private String site;

    @Argument(index = 0, name = "BY", description = "OPENING or THAWING", required = true)
    private String by;

    @Argument(
            index = 1,
            name = "GOODS",
            description = "All of a lot: ITEM/NUMBER. A part, which becomes a lot of its own: " + Goods.FORM,
            required = true)
    @Completion(LotCompleter.class)
    private String goods;

    @Override
    protected void run() throws CommandException {
        SiteId doneAt = site == null ? onlySite() : TextForms.read(SiteId.class, site);
        Optional<LotQuantity> part = goods.contains("@") ? Optional.of(Goods.one(goods)) : Optional.empty();
        report(lives.begin(new ShelfLifeBeginning(
                contextAt(doneAt),
                TextForms.read(ShelfLifeStart.class, by),
                part.map(LotQuantity::lot).orElseGet(() -> TextForms.read(LotReference.class, goods)),
                part.map(this::part))));
    }

    private ShelfLifeBeginning.Part part(LotQuantity said) {
        return new ShelfLifeBeginning.Part(
                said.location(),
                said.container(),
                said.quantity(),
                Optional.ofNullable(number).map(TextForms.of(LotNumber.class)::read));
    }
}
