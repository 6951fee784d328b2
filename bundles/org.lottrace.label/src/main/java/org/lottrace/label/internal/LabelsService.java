package org.lottrace.label.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.identification.ElementValue;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.WrittenElements;
import org.lottrace.api.label.LabelFormat;
import org.lottrace.api.label.LabelKind;
import org.lottrace.api.label.LabelRequest;
import org.lottrace.api.label.Labels;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.label.internal.paper.Letters;
import org.lottrace.label.internal.paper.Pictures;
import org.lottrace.label.internal.paper.Sheet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Finds the lot, has its elements written by the rules of GS1, and puts them on the template. */
@Component(service = Labels.class, configurationPid = "org.lottrace.label")
@Designate(ocd = LabelConfig.class)
public final class LabelsService implements Labels {
    private final UnitOfWork unitOfWork;
    private final LotMaster lots;
    private final ItemCatalog items;
    private final Identification identification;
    private final Map<LabelKind, Template> templates;
    private final String resolver;
    private final LotCorrections corrections;
    private final int printerDots;
    private final Letters letters = new Letters();

    @Activate
    public LabelsService(
            @Reference UnitOfWork unitOfWork,
            @Reference LotMaster lots,
            @Reference ItemCatalog items,
            @Reference Identification identification,
            @Reference LotCorrections corrections,
            LabelConfig config) {
        this.unitOfWork = unitOfWork;
        this.lots = lots;
        this.items = items;
        this.identification = identification;
        this.corrections = corrections;
        this.templates = Map.of(
                LabelKind.LOT, TemplateReader.read(config.lot_template()),
                LabelKind.CASE, TemplateReader.read(config.case_template()),
                LabelKind.PALLET, TemplateReader.read(config.pallet_template()));
        this.resolver = config.resolver();
        this.printerDots = config.dots_per_millimetre();
    }

    @Override
    public Outcome<byte[]> make(LabelRequest request) {
        return unitOfWork.required(() -> made(request));
    }

    private Outcome<byte[]> made(LabelRequest request) {
        List<Lot> found = lots.find(request.lot());
        if (found.size() != 1) {
            String code = found.isEmpty() ? LOT_UNKNOWN : LOT_AMBIGUOUS;
            return refused(List.of(new Violation(
                    code,
                    "lot",
                    (found.isEmpty() ? "no lot is called " : "several lots are called ") + request.lot())));
        }
        Lot lot = found.get(0);
        Item item = items.find(lot.key().item()).orElseThrow();
        LabelContent content = LabelContent.of(request, lot, known(lot.key()), item);
        Template template = templates.get(request.kind());
        List<Violation> problems = new ArrayList<>(content.problems());
        problems.addAll(ofTemplate(template.problems()));
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        return drawn(request.format(), template, content);
    }

    private List<KeyDatum> known(LotKey lot) {
        return corrections.attributes(List.of(lot)).getOrDefault(lot, List.of());
    }

    private Outcome<byte[]> drawn(LabelFormat format, Template template, LabelContent content) {
        Marks marks = Marks.of(template, content.elements(), content.words(""));
        List<List<ElementValue>> symbols = Stream.concat(
                        Stream.of(content.elements()), marks.symbols().stream().map(Marks.Symbol::elements))
                .toList();
        return identification
                .write(symbols, resolver)
                .fold(
                        written -> drawn(
                                format,
                                template,
                                Marks.of(
                                        template,
                                        content.elements(),
                                        content.words(written.get(0).brackets())),
                                written),
                        LabelsService::refused);
    }

    private Outcome<byte[]> drawn(LabelFormat format, Template template, Marks marks, List<WrittenElements> written) {
        String link = written.get(0).link().orElse("");
        Layout layout = new Layout(letters);
        Zpl zpl = new Zpl(printerDots);
        Sheet sheet = layout.sheet(template, marks, link);
        if (!layout.problems().isEmpty()) {
            return refused(ofTemplate(layout.problems()));
        }
        List<String> strings =
                written.stream().skip(1).map(WrittenElements::elementString).toList();
        Pictures pictures = new Pictures(letters);
        byte[] label =
                switch (format) {
                    case PNG -> pictures.png(sheet);
                    case SVG -> pictures.svg(sheet);
                    case PDF -> pictures.pdf(sheet);
                    case ZPL -> zpl.label(template, sheet, marks, strings, link);
                };
        return zpl.problems().isEmpty() ? new Outcome.Done<>(label) : refused(ofTemplate(zpl.problems()));
    }

    private static List<Violation> ofTemplate(List<String> problems) {
        return problems.stream()
                .map(problem -> new Violation(TEMPLATE_WRONG, ViolationPath.of("kind"), problem))
                .toList();
    }

    private static Outcome<byte[]> refused(List<Violation> violations) {
        return new Outcome.Refused<>(List.copyOf(violations));
    }
}
