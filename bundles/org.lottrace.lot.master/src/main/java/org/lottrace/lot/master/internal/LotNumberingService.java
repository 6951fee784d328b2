package org.lottrace.lot.master.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.NumberingStandard;
import org.lottrace.api.lot.Site;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Numbers new lots; the grammar is in {@link NumberTemplate}, the sequences are in the database. */
@Component
public final class LotNumberingService implements LotNumbering {
    private static final String SEQUENCE_PREFIX = "lot-number:";

    private static final Set<String> OF_THE_NUMBER_ITSELF =
            Set.of(TemplateField.SEQUENCE.fieldName(), TemplateField.CHECK.fieldName());

    private final UnitOfWork unitOfWork;
    private final NumberSequences sequences;

    @Activate
    public LotNumberingService(@Reference UnitOfWork unitOfWork, @Reference NumberSequences sequences) {
        this.unitOfWork = unitOfWork;
        this.sequences = sequences;
    }

    @Override
    public LotNumber next(Site site, ItemNumber item, Instant producedAt, String line, String shift) {
        NumberTemplate template = NumberTemplate.of(site.lotNumberTemplate());
        Map<TemplateField, String> values = dateFields(site.calendar().productionDay(producedAt));
        values.put(TemplateField.SITE, site.id().value());
        values.put(TemplateField.LINE, line);
        values.put(TemplateField.SHIFT, shift);
        values.put(TemplateField.ITEM, item.value());
        values.keySet().removeIf(field -> !template.names(field));
        String sequence = SEQUENCE_PREFIX + template.sequenceScope(values);
        Optional<LotNumber> number = Optional.empty();
        while (number.isEmpty()) {
            long next = unitOfWork.required(() -> sequences.next(sequence));
            number = template.render(values, next);
        }
        return number.get();
    }

    @Override
    public NumberingStandard standard(Site site, LocalDate day) {
        NumberTemplate template = NumberTemplate.of(site.lotNumberTemplate());
        return new NumberingStandard(
                site.id(),
                site.lotNumberTemplate(),
                site.zone(),
                site.productionDayStart(),
                template.fieldNames(),
                template.fieldNames().stream()
                        .filter(name -> !OF_THE_NUMBER_ITSELF.contains(name))
                        .toList(),
                template.capacity(),
                template.names(TemplateField.CHECK),
                example(template, site, day));
    }

    /** One of the first numbers has a check character that may be written. */
    private static Optional<LotNumber> example(NumberTemplate template, Site site, LocalDate day) {
        Map<TemplateField, String> values = dateFields(day);
        values.put(TemplateField.SITE, site.id().value());
        values.put(TemplateField.LINE, "1");
        values.put(TemplateField.SHIFT, "1");
        values.put(TemplateField.ITEM, "ITEM");
        values.keySet().removeIf(field -> !template.names(field));
        try {
            return template.render(values, 1).or(() -> template.render(values, 2));
        } catch (InvalidIdentifierException tooLong) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> decode(String template, LotNumber number) {
        Map<String, String> fields = new LinkedHashMap<>();
        NumberTemplate.of(template).decode(number).forEach((field, text) -> fields.put(field.fieldName(), text));
        return fields;
    }

    private static Map<TemplateField, String> dateFields(LocalDate day) {
        Map<TemplateField, String> values = new EnumMap<>(TemplateField.class);
        values.put(TemplateField.YEAR, String.format("%04d", day.getYear()));
        values.put(TemplateField.YEAR_OF_CENTURY, String.format("%02d", day.getYear() % 100));
        values.put(TemplateField.YEAR_OF_DECADE, Integer.toString(day.getYear() % 10));
        values.put(TemplateField.MONTH, String.format("%02d", day.getMonthValue()));
        values.put(TemplateField.DAY, String.format("%02d", day.getDayOfMonth()));
        values.put(TemplateField.DAY_OF_YEAR, String.format("%03d", day.getDayOfYear()));
        return values;
    }
}
