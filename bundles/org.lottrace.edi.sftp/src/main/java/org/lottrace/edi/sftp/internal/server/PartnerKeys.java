package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.auth.pubkey.PublickeyAuthenticator;
import org.apache.sshd.server.session.ServerSession;
import org.lottrace.edi.sftp.internal.PartnerName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may log in: a file of public keys for each partner, read at each login. */
final class PartnerKeys implements PublickeyAuthenticator {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerKeys.class);
    private static final String ENDING = ".pub";
    private static final Set<PosixFilePermission> OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;

    PartnerKeys(Path folder) {
        this.folder = folder;
    }

    /** @return the names of all who may log in */
    List<String> partners() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(PartnerName::isGood)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public boolean authenticate(String user, PublicKey key, ServerSession session) {
        if (!PartnerName.isGood(user)) {
            return false;
        }
        Path file = folder.resolve(user + ENDING);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            if (othersWrite(file)) {
                LOG.error("login refused: others may write the keys of the partner; chmod 644 file={}", file);
                return false;
            }
            for (AuthorizedKeyEntry entry : AuthorizedKeyEntry.readAuthorizedKeys(file)) {
                if (!entry.getLoginOptions().isEmpty()) {
                    LOG.warn("a key with options is not used, because they would not be kept file={}", file);
                } else if (KeyUtils.compareKeys(key, entry.resolvePublicKey(session, null))) {
                    return true;
                }
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.error("login refused: the keys of the partner cannot be read file={}", file, e);
        }
        return false;
    }

    private static boolean othersWrite(Path file) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        return view != null && !Collections.disjoint(view.readAttributes().permissions(), OTHERS);
    }
}
