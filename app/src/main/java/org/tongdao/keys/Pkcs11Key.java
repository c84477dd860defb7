package org.tongdao.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongdao.customs.SignatureProfile;
import org.tongdao.customs.Signer;
import org.tongdao.platform.WorkStopped;

/**
 * A key in a card or HSM behind a PKCS #11 library, through Java's own SunPKCS11. That provider knows no SM2, so this is for RSA keys; SM2 keys in an HSM sign
 * through an agent.
 */
final class Pkcs11Key implements Signer, Probed {

    private final Path library;
    private final int slot;
    private final Supplier<String> pin;
    private @Nullable Opened opened;

    /** @param slot index in the library's list of slots */
    Pkcs11Key(Path library, int slot, Supplier<String> pin) {
        this.library = library;
        this.slot = slot;
        this.pin = pin;
    }

    private record Opened(Provider provider, PrivateKey key, X509Certificate certificate) {}

    @Override
    public synchronized byte[] sign(byte[] content) {
        var now = opened();
        try {
            var signature = Signature.getInstance("SHA1withRSA", now.provider());
            signature.initSign(now.key());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException | RuntimeException e) {
            opened = null;
            throw unreachable(e);
        }
    }

    @Override
    public byte[] certificate() {
        try {
            return opened().certificate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw unreachable(e);
        }
    }

    @Override
    public String keyName() {
        return opened().certificate().getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    @Override
    public SignatureProfile profile() {
        return SignatureProfile.of(certificate());
    }

    @Override
    public synchronized void probe() {
        opened();
    }

    private synchronized Opened opened() {
        if (opened == null) {
            opened = open();
        }
        return opened;
    }

    private Opened open() {
        try {
            var provider = provider();
            var store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin.get().toCharArray());
            for (var alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, null) instanceof PrivateKey key
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return new Opened(provider, key, certificate);
                }
            }
            throw new WorkStopped(
                    "KEY-NONE", library + " slot " + slot, "there is no private key with a certificate in this slot");
        } catch (GeneralSecurityException | java.io.IOException | java.security.ProviderException e) {
            throw unreachable(e);
        }
    }

    private Provider provider() {
        var sun = Security.getProvider("SunPKCS11");
        if (sun == null) {
            throw new WorkStopped("KEY-UNREACHABLE", library.toString(), "this Java has no SunPKCS11; use a full JDK");
        }
        var name = "tongdao" + Integer.toHexString((library + "#" + slot).hashCode());
        return sun.configure("--name=" + name + "\nlibrary=" + library + "\nslotListIndex=" + slot + "\n");
    }

    private WorkStopped unreachable(Exception e) {
        return new WorkStopped(
                "KEY-UNREACHABLE",
                library + " slot " + slot + ": " + e.getMessage(),
                "the token may be gone, the PIN wrong or the library of another kind",
                e);
    }
}
