package org.lottrace.persistence.internal.intake;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.code.Coded;
import org.lottrace.api.intake.DecimalStyle;
import org.lottrace.api.intake.FieldSource;
import org.lottrace.api.intake.FieldSource.Translation;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportSubject;

/** A row of {@code import_mapping} with its sources and their words. */
@Entity
@Table(name = "import_mapping")
public class ImportMappingEntity {
    @Id
    @Column(name = "mapping_name", length = 60)
    String name;

    @Column(name = "subject", length = 20)
    String subject;

    @Column(name = "decimals", length = 20)
    String decimals;

    @Column(name = "date_format", length = 20)
    String dateFormat;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "import_mapping_source", joinColumns = @JoinColumn(name = "mapping_name"))
    @OrderColumn(name = "part")
    List<Source> sources;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "import_mapping_word", joinColumns = @JoinColumn(name = "mapping_name"))
    @OrderColumn(name = "part")
    List<Word> words;

    protected ImportMappingEntity() {}

    ImportMappingEntity(ImportMapping mapping) {
        name = mapping.name();
        subject = mapping.subject().code();
        decimals = mapping.decimals().code();
        dateFormat = mapping.dateFormat();
        sources = mapping.sources().stream().map(Source::of).toList();
        words = new ArrayList<>();
        for (int i = 0; i < mapping.sources().size(); i++) {
            for (Translation translation : mapping.sources().get(i).translations()) {
                words.add(new Word(i, translation.from(), translation.to()));
            }
        }
    }

    ImportMapping toMapping() {
        return new ImportMapping(
                name,
                Coded.of(ImportSubject.class, subject),
                Coded.of(DecimalStyle.class, decimals),
                dateFormat,
                IntStream.range(0, sources.size()).mapToObj(this::source).toList());
    }

    private FieldSource source(int part) {
        Source source = sources.get(part);
        return new FieldSource(
                source.field(),
                Optional.ofNullable(source.heading()),
                Optional.ofNullable(source.fixed()),
                words.stream()
                        .filter(word -> word.source() == part)
                        .map(word -> new Translation(word.word(), word.meaning()))
                        .toList());
    }

    /** A row of {@code import_mapping_source}. */
    @Embeddable
    public record Source(
            @Column(name = "field_name", length = 100) String field,
            @Column(name = "heading", length = 2000) String heading,
            @Column(name = "fixed_value", length = 2000) String fixed) {
        static Source of(FieldSource source) {
            return new Source(
                    source.field(), source.column().orElse(null), source.value().orElse(null));
        }
    }

    /** A row of {@code import_mapping_word}. */
    @Embeddable
    public record Word(
            @Column(name = "source_part") int source,
            @Column(name = "word", length = 2000) String word,
            @Column(name = "meaning", length = 2000) String meaning) {}
}
