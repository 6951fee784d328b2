package org.lottrace.response.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.lottrace.api.recall.answer.AnswerLinks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** Makes links to the answer page, and knows those it made. */
@Component(
        service = {AnswerLinks.class, AnswerLinksService.class},
        configurationPid = ResponseConfig.PID)
@Designate(ocd = ResponseConfig.class)
public final class AnswerLinksService implements AnswerLinks {
    /** A spreadsheet could take a token that begins with a minus for a formula, and one of digits for a number. */
    private static final String CODE = "CODE-";

    private final String publicUrl;
    private final LinkSecret secret;

    @Activate
    public AnswerLinksService(ResponseConfig config) {
        this.publicUrl = config.public_url().strip().replaceAll("/+$", "");
        this.secret = new LinkSecret(Path.of(config.secret_file()));
    }

    @Override
    public Optional<URI> linkFor(String noticeKey) {
        return publicUrl.isEmpty()
                ? Optional.empty()
                : Optional.of(URI.create(publicUrl + AnswerServlet.PATH + "?" + AnswerServlet.NOTICE + "="
                        + URLEncoder.encode(noticeKey, StandardCharsets.UTF_8) + "&" + AnswerServlet.TOKEN + "="
                        + secret.tokenFor(noticeKey)));
    }

    @Override
    public String codeFor(String noticeKey) {
        return CODE + secret.tokenFor(noticeKey);
    }

    /** @return true when the code was given out with the file of that notice */
    boolean isCodeFor(String noticeKey, String code) {
        return code.startsWith(CODE) && secret.isTokenFor(noticeKey, code.substring(CODE.length()));
    }

    /** @return true when the token was given out with a link for that notice */
    boolean isTokenFor(String noticeKey, String token) {
        return secret.isTokenFor(noticeKey, token);
    }
}
