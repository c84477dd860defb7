package org.tongdao.api.drop;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.security.PublicKey;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.session.ServerSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongdao.api.Trail;
import org.tongdao.platform.Tenancy;
import org.tongdao.platform.TenantList;

/**
 * Who came in over SFTP: a line in the trail of the tenant for each login, with the fingerprint of the key and the address. A key that opens no box belongs
 * to no tenant: it is told in the server's log.
 */
@Component
class SftpLogins implements SessionListener {

    /** The box a session may see. */
    static final AttributeKey<Path> BOX = new AttributeKey<>();

    private static final AttributeKey<String> FINGERPRINT = new AttributeKey<>();
    private static final Logger LOG = LoggerFactory.getLogger(SftpLogins.class);

    private final SftpKeys keys;
    private final TenantList tenants;
    private final Trail trail;
    private final TransactionTemplate together;

    SftpLogins(SftpKeys keys, TenantList tenants, Trail trail, PlatformTransactionManager transactions) {
        this.keys = keys;
        this.tenants = tenants;
        this.trail = trail;
        this.together = new TransactionTemplate(transactions);
    }

    /** Whether the key opens a box. A client may ask this for each of its keys before it shows that it holds one. */
    boolean admits(PublicKey key, ServerSession session) {
        var fingerprint = KeyUtils.getFingerPrint(key);
        var box = keys.boxOf(key);
        if (box.isEmpty()) {
            LOG.warn("SFTP from {}: the key {} opens no box", session.getClientAddress(), fingerprint);
            return false;
        }
        session.setAttribute(BOX, box.get());
        session.setAttribute(FINGERPRINT, fingerprint);
        return true;
    }

    @Override
    public void sessionEvent(Session session, Event event) {
        var box = session.getAttribute(BOX);
        if (event == Event.Authenticated && box != null) {
            var merchant = box.getFileName().toString();
            var subject = session.getAttribute(FINGERPRINT) + " from " + session.getRemoteAddress();
            var code = requireNonNull(box.getParent()).getFileName().toString();
            tenants.find(code)
                    .ifPresent(tenant -> Tenancy.run(
                            tenant,
                            () -> together.executeWithoutResult(
                                    t -> trail.write("sftp " + merchant, "sftp login", subject))));
        }
    }
}
