package org.lottrace.notice.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.recall.answer.AnswerLinks;
import org.lottrace.api.recall.notice.NoticeChannel;
import org.lottrace.api.recall.notice.NoticeNotSentException;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.notice.internal.paper.Paper;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Notices as letters: a PDF file to print and post, and the goods as a file to fill in. For consignees no other way reaches.
 * A file has its name only when it is complete; the same notice replaces its own files.
 */
@Component(service = NoticeChannel.class, configurationPid = "org.lottrace.notice.letter")
@Designate(ocd = LetterConfig.class)
public final class LetterChannel implements NoticeChannel {
    private final LetterConfig config;
    private final Optional<AnswerLinks> links;

    @Activate
    public LetterChannel(
            LetterConfig config, @Reference(policyOption = ReferencePolicyOption.GREEDY) Optional<AnswerLinks> links) {
        this.config = config;
        this.links = links;
    }

    @Override
    public String method() {
        return "LETTER";
    }

    @Override
    public int preference() {
        return 10;
    }

    @Override
    public boolean reaches(Party party) {
        return !config.folder().isBlank()
                && !party.address().street().isBlank()
                && !party.address().city().isBlank();
    }

    @Override
    public String send(RecallNotice notice) {
        String name = notice.key().replaceAll("[^A-Za-z0-9.-]", "-");
        Path folder = Path.of(config.folder());
        try {
            Files.createDirectories(folder);
            if (!notice.questions().isEmpty()) {
                put(folder.resolve(name + ".csv"), goods(notice));
            }
            Path letter = folder.resolve(name + ".pdf");
            put(letter, letter(notice));
            return letter.toString();
        } catch (IOException e) {
            throw new NoticeNotSentException("no letter in " + folder.toAbsolutePath() + ": " + e, e);
        }
    }

    private byte[] letter(RecallNotice notice) throws IOException {
        try (Paper paper = new Paper()) {
            address(notice.receiver()).forEach(paper::line);
            paper.space();
            List<String> text = NoticeText.of(notice, links.flatMap(l -> l.linkFor(notice.key())), Optional.empty());
            paper.heading(text.get(0));
            text.subList(1, text.size()).forEach(paper::line);
            return paper.pdf();
        }
    }

    private byte[] goods(RecallNotice notice) {
        String code = links.map(l -> l.codeFor(notice.key())).orElse("");
        return GoodsCsv.of(notice, code).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> address(Party receiver) {
        PostalAddress address = receiver.address();
        List<String> lines = new ArrayList<>(List.of(receiver.name(), address.street()));
        lines.add((address.postalCode() + " " + address.city()).strip());
        Stream.of(address.region(), address.country())
                .filter(part -> !part.isBlank())
                .forEach(lines::add);
        return lines;
    }

    private static void put(Path file, byte[] content) throws IOException {
        Path partial = Files.write(file.resolveSibling("." + file.getFileName()), content);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
