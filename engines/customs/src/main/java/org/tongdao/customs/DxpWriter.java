package org.tongdao.customs;

import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** Writes the envelopes of the exchange platform, compactly; the same message always has the same bytes. */
public final class DxpWriter {

    static final String DXP = "http://www.chinaport.gov.cn/dxp";
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final StringBuilder out = new StringBuilder(DECLARATION);

    private DxpWriter() {}

    public static byte[] write(DxpMessage message) {
        var writer = new DxpWriter();
        writer.message(message, " xmlns:dxp=\"" + DXP + "\"");
        return XmlText.utf8(writer.out);
    }

    public static byte[] write(DxpServerMessage sent) {
        var writer = new DxpWriter();
        writer.out.append("<dxp:DxpMsgSv xmlns:dxp=\"").append(DXP).append("\" ver=\"1.0\"><dxp:SvNo Ver=\"1.0\">");
        writer.element("MsgId", sent.messageId());
        writer.optional("SubMsgId", sent.part());
        writer.element("SendTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(sent.sent()));
        writer.element("EndNode", sent.endNode());
        writer.element("StaNode", sent.startNode());
        writer.close("SvNo");
        writer.message(sent.message(), "");
        writer.close("DxpMsgSv");
        return XmlText.utf8(writer.out);
    }

    public static byte[] write(DxpReply reply) {
        var writer = new DxpWriter();
        writer.out.append("<dxp:DxpRep xmlns:dxp=\"").append(DXP).append("\" ver=\"1.0\">");
        writer.element("RecevierId", reply.receiverId());
        writer.optional("AdNodeId", reply.adNodeId());
        reply.responses().forEach(writer::response);
        writer.close("DxpRep");
        return XmlText.utf8(writer.out);
    }

    private void message(DxpMessage message, String namespace) {
        out.append("<dxp:DxpMsg").append(namespace).append(" ver=\"1.0\">");
        head("TransInfo", message.head());
        element("Data", Base64.getEncoder().encodeToString(message.data()));
        if (!message.fileName().isEmpty() || !message.keys().isEmpty()) {
            open("AddInfo");
            optional("FileName", message.fileName());
            if (!message.keys().isEmpty()) {
                open("BizKey");
                message.keys().forEach(this::key);
                close("BizKey");
            }
            close("AddInfo");
        }
        close("DxpMsg");
    }

    private void key(String name, String value) {
        out.append("<dxp:Key name=\"");
        XmlText.attribute(out, name);
        out.append("\">");
        XmlText.content(out, value);
        close("Key");
    }

    private void head(String element, TransferHead head) {
        open(element);
        element("CopMsgId", head.messageId());
        element("SenderId", head.senderId());
        open("ReceiverIds");
        head.receiverIds().forEach(id -> element("ReceiverId", id));
        close("ReceiverIds");
        element("CreatTime", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(head.created()));
        element("MsgType", head.messageType());
        close(element);
    }

    private void response(DxpReply.Response response) {
        open("Response");
        optional("NodeId", response.nodeId());
        element("ResponseCode", response.code());
        optional("ResponseInfo", response.info());
        if (!response.results().isEmpty()) {
            open("Results");
            for (var result : response.results()) {
                open("Result");
                element("RecId", result.receiverId());
                element("Code", result.code());
                optional("Info", result.info());
                optional("Note", result.note());
                close("Result");
            }
            close("Results");
        }
        element("NoticeTime", response.noticed().toString());
        optional("Note", response.note());
        head("OriHead", response.original());
        close("Response");
    }

    private void optional(String name, String value) {
        if (!value.isEmpty()) {
            element(name, value);
        }
    }

    private void element(String name, String value) {
        if (!XmlText.isCarried(value)) {
            throw new IllegalArgumentException("XML cannot carry the value of " + name + ". Maybe it holds a NUL.");
        }
        open(name);
        XmlText.content(out, value);
        close(name);
    }

    private void open(String name) {
        out.append("<dxp:").append(name).append('>');
    }

    private void close(String name) {
        out.append("</dxp:").append(name).append('>');
    }
}
