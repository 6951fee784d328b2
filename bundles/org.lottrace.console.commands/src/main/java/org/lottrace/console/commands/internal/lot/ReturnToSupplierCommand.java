package org.lottrace.console.commands.internal.lot;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.console.commands.internal.MovementCommand;
import org.lottrace.console.commands.internal.completion.LotCompleter;
import org.lottrace.console.commands.internal.input.Goods;
import org.lottrace.console.commands.internal.input.OptionsAnywhere;

@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "lot", name = "return-to-supplier", description = "Gives goods back to a supplier")
public final class ReturnToSupplierCommand extends MovementCommand {
    @Argument(index = 1, name = "RETURN", description = "Number of the return", required = true)
    private String number;

    @Argument(index = 2, name = "SUPPLIER", description = "Who gets them back", required = true)
    private String supplier;

    @Argument(index = 3, name = "GOODS", description = Goods.FORM, required = true, multiValued = true)
    @Completion(LotCompleter.class)
    private List<String> goods;

    @Override
    protected Outcome<RecordedEvent> capture(MovementCapture movements, CaptureContext context) {
        return movements.returnToSupplier(
                new SupplierReturn(context, TextForms.read(PartyId.class, supplier), number, Goods.parse(goods)));
    }
}
