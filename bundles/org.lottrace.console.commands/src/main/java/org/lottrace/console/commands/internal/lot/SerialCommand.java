package org.lottrace.console.commands.internal.lot;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.movement.PieceStep;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.LotTraceCommand;
import org.lottrace.console.commands.internal.Uses;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;
import org.lottrace.console.commands.internal.output.Table;

@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "lot",
        name = "serial",
        description =
                "Shows where the piece with a serial number came from and went to, the newest first, and of which lot it is")
public final class SerialCommand extends LotTraceCommand {
    @Uses
    private SerialPieces pieces;

    @Option(name = "--item", description = "Only of that item. Default: of any")
    private String item;

    @Argument(index = 0, name = "SERIAL", description = "The serial number exactly as it is marked", required = true)
    private String serial;

    @Override
    protected void run() {
        List<PieceStep> steps = pieces.steps(
                serial,
                Optional.ofNullable(item).map(TextForms.of(ItemNumber.class)::read),
                Math.min(limit(), SerialPieces.MOST));
        print(
                steps,
                Table.of("Steps", steps)
                        .number("Position", PieceStep::position)
                        .column("Event", PieceStep::event)
                        .column("Type", PieceStep::type)
                        .column("When", PieceStep::effective)
                        .column("Lot", PieceStep::lot)
                        .column("From", PieceStep::from)
                        .column("To", PieceStep::to));
    }
}
