<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Application</name>
    <message>
        <source>The answer holds for this session only: %1 (%2)</source>
        <translation>此答复仅在本次运行中有效：%1（%2）</translation>
    </message>
</context>
<context>
    <name>QWidget</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>manifest</name>
    <message>
        <source>no schema for %1 of %2: its fields are not checked</source>
        <translation>没有 %2 的 %1 的模式：不检查其字段</translation>
    </message>
    <message>
        <source>%1 cannot be changed: this %2 is there already (%3)</source>
        <translation>%1 不能更改：这个 %2 已经存在（%3）</translation>
    </message>
    <message>
        <source>%1 is deprecated</source>
        <translation>%1 已弃用</translation>
    </message>
    <message>
        <source>%1 is deprecated; use %2</source>
        <translation>%1 已弃用；请改用 %2</translation>
    </message>
    <message>
        <source>%1 was removed in Kubernetes %2, and nothing replaces it (kubernetes.io: Deprecated API Migration Guide)</source>
        <translation>%1 已在 Kubernetes %2 中移除，且没有替代（kubernetes.io：Deprecated API Migration Guide）</translation>
    </message>
    <message>
        <source>%1 was removed in Kubernetes %2; use %3 (kubernetes.io: Deprecated API Migration Guide)</source>
        <translation>%1 已在 Kubernetes %2 中移除；请改用 %3（kubernetes.io：Deprecated API Migration Guide）</translation>
    </message>
    <message>
        <source>&apos;...&apos; ends a document, and here is none</source>
        <translation>“...” 表示文档结束，但这里没有文档</translation>
    </message>
    <message>
        <source>kubectl reads no YAML directives; remove this line</source>
        <translation>kubectl 不读取 YAML 指令；请删除此行</translation>
    </message>
    <message>
        <source>the key %1 stands twice in this mapping; the last one counts</source>
        <translation>键 %1 在此映射中出现了两次；以最后一个为准</translation>
    </message>
    <message>
        <source>a document must be a mapping with apiVersion and kind</source>
        <translation>文档必须是带有 apiVersion 和 kind 的映射</translation>
    </message>
    <message>
        <source>the items of a List must be a list</source>
        <translation>List 的 items 必须是列表</translation>
    </message>
    <message>
        <source>an item of a List must be a mapping with apiVersion and kind</source>
        <translation>List 中的每一项必须是带有 apiVersion 和 kind 的映射</translation>
    </message>
    <message>
        <source>kubectl reads no List inside of a List</source>
        <translation>kubectl 不读取嵌套在 List 中的 List</translation>
    </message>
    <message>
        <source>the document has no %1; no server will take it</source>
        <translation>文档没有 %1；任何服务器都不会接受</translation>
    </message>
    <message>
        <source>kubectl ends the line at U+%1; use a line end, or \u%1 in &quot;quotes&quot;</source>
        <translation>kubectl 在 U+%1 处断行；请使用换行符，或在“引号”中写 \u%1</translation>
    </message>
    <message>
        <source>control characters are not allowed (U+%1)</source>
        <translation>不允许控制字符（U+%1）</translation>
    </message>
    <message>
        <source>a space must follow the tag %1</source>
        <translation>标签 %1 后面必须有空格</translation>
    </message>
    <message>
        <source>the tag %1 has a prefix that nothing defines</source>
        <translation>标签 %1 的前缀没有定义</translation>
    </message>
    <message>
        <source>a tab cannot indent; use spaces</source>
        <translation>不能用制表符缩进；请用空格</translation>
    </message>
    <message>
        <source>the indentation does not fit: the value must stand right of its key</source>
        <translation>缩进不符：值必须在其键的右侧</translation>
    </message>
    <message>
        <source>no value in brackets can start with &apos;:&apos;; quote it</source>
        <translation>括号中的值不能以“:”开头；请加引号</translation>
    </message>
    <message>
        <source>a space must follow this colon</source>
        <translation>此冒号后面必须有空格</translation>
    </message>
    <message>
        <source>an anchor&apos;s name has letters, digits, - and _ only, not %1</source>
        <translation>锚点名称只能包含字母、数字、- 和 _，不能包含 %1</translation>
    </message>
    <message>
        <source>the key %1 has no &apos;: &apos; after it</source>
        <translation>键 %1 后面没有“: ”</translation>
    </message>
    <message>
        <source>there is no escape %1 in YAML</source>
        <translation>YAML 中没有转义 %1</translation>
    </message>
    <message>
        <source>a tab cannot indent; give the indentation after | or &gt;, as in |2</source>
        <translation>不能用制表符缩进；请在 | 或 &gt; 后写明缩进，如 |2</translation>
    </message>
    <message>
        <source>the indentation does not fit: expected a key of the mapping above</source>
        <translation>缩进不符：此处应为上方映射的键</translation>
    </message>
    <message>
        <source>the indentation does not fit: expected an item of the list above</source>
        <translation>缩进不符：此处应为上方列表的项</translation>
    </message>
    <message>
        <source>expected &apos;,&apos; or &apos;}&apos;</source>
        <translation>此处应为“,”或“}”</translation>
    </message>
    <message>
        <source>expected &apos;,&apos; or &apos;]&apos;</source>
        <translation>此处应为“,”或“]”</translation>
    </message>
    <message>
        <source>a mapping value is not allowed here; quote text that has &apos;: &apos; in it</source>
        <translation>这里不允许映射值；含有“: ”的文本请加引号</translation>
    </message>
    <message>
        <source>a mapping key is not allowed here</source>
        <translation>这里不允许映射的键</translation>
    </message>
    <message>
        <source>a list item is not allowed here</source>
        <translation>这里不允许列表项</translation>
    </message>
    <message>
        <source>there is no open bracket for this one</source>
        <translation>没有与之对应的左括号</translation>
    </message>
    <message>
        <source>no value can start with this character; quote it</source>
        <translation>值不能以此字符开头；请加引号</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>缺少右引号</translation>
    </message>
    <message>
        <source>there is no anchor named %1</source>
        <translation>没有名为 %1 的锚点</translation>
    </message>
    <message>
        <source>this is not YAML: %1</source>
        <translation>这不是 YAML：%1</translation>
    </message>
    <message>
        <source>no line can start with &apos;%&apos;; indent or quote it</source>
        <translation>行不能以“%”开头；请缩进或加引号</translation>
    </message>
    <message>
        <source>the document is nested too deeply</source>
        <translation>文档嵌套过深</translation>
    </message>
    <message>
        <source>the aliases multiply beyond reason</source>
        <translation>别名展开后过于庞大</translation>
    </message>
    <message>
        <source>JSON knows no infinity and no NaN</source>
        <translation>JSON 没有无穷大和 NaN</translation>
    </message>
    <message>
        <source>there is nothing before this comma</source>
        <translation>此逗号前没有内容</translation>
    </message>
    <message>
        <source>the value does not fit its tag %1</source>
        <translation>值与其标签 %1 不符</translation>
    </message>
    <message>
        <source>the anchor&apos;s value contains itself</source>
        <translation>锚点的值包含其自身</translation>
    </message>
    <message>
        <source>only a mapping, or a list of them, can be merged by &lt;&lt;</source>
        <translation>只有映射或映射的列表可以用 &lt;&lt; 合并</translation>
    </message>
    <message>
        <source>a key must be a plain word, not a list or a mapping</source>
        <translation>键必须是普通的词，不能是列表或映射</translation>
    </message>
    <message>
        <source>a key must be a string, a number of 63 bits or a boolean</source>
        <translation>键必须是字符串、63 位以内的整数或布尔值</translation>
    </message>
    <message>
        <source>the key is longer than 1024 characters</source>
        <translation>键超过 1024 个字符</translation>
    </message>
    <message>
        <source>%1 is the boolean %2; quote it if it is meant as text</source>
        <translation>%1 是布尔值 %2；若本意是文本，请加引号</translation>
    </message>
    <message>
        <source>%1 is %2; quote it if it is meant as text</source>
        <translation>%1 是 %2；若本意是文本，请加引号</translation>
    </message>
    <message>
        <source>%1 has no value and is %2</source>
        <translation>%1 没有值，即 %2</translation>
    </message>
    <message>
        <source>%1 is octal, the number %2</source>
        <translation>%1 是八进制，即数字 %2</translation>
    </message>
    <message>
        <source>%1 is the number %2; quote it if it is meant as text</source>
        <translation>%1 是数字 %2；若本意是文本，请加引号</translation>
    </message>
    <message>
        <source>%1 is too large for an integer and is rounded to %2</source>
        <translation>%1 超出整数范围，会舍入为 %2</translation>
    </message>
    <message>
        <source>%1 is the text %2, no time</source>
        <translation>%1 是文本 %2，不是时间</translation>
    </message>
    <message>
        <source>%1 is the text %2</source>
        <translation>%1 是文本 %2</translation>
    </message>
    <message>
        <source>the key %1 is read as %2; quote it to keep it</source>
        <translation>键 %1 会读作 %2；要保留原样请加引号</translation>
    </message>
    <message>
        <source>%1 is decoded from Base64 to %2</source>
        <translation>%1 会从 Base64 解码为 %2</translation>
    </message>
    <message>
        <source>unknown field &quot;%1&quot;</source>
        <translation>未知字段“%1”</translation>
    </message>
    <message>
        <source>%1: Required value</source>
        <translation>%1：缺少必填的值</translation>
    </message>
    <message>
        <source>%1: Invalid value: &quot;%2&quot;: %1 in body must be of type %3: &quot;%2&quot;</source>
        <translation>%1：值无效：“%2”；类型必须是 %3</translation>
    </message>
    <message>
        <source>%1: Unsupported value: &quot;%2&quot;: supported values: &quot;%3&quot;</source>
        <translation>%1：不支持的值“%2”；支持的值：&quot;%3&quot;</translation>
    </message>
    <message>
        <source>only a comment may follow &apos;---&apos; on its line, not %1</source>
        <translation>“---”所在行其后只能有注释，不能有 %1</translation>
    </message>
    <message>
        <source>the JSON ends too early</source>
        <translation>JSON 提前结束</translation>
    </message>
    <message>
        <source>this is not JSON, and the text began as JSON</source>
        <translation>这不是 JSON，而文本以 JSON 开头</translation>
    </message>
    <message>
        <source>This is a binary file, not a text.</source>
        <translation>这是二进制文件，不是文本。</translation>
    </message>
    <message>
        <source>The text is not UTF-8.</source>
        <translation>文本不是 UTF-8。</translation>
    </message>
    <message>
        <source>The text is damaged: it is not valid UTF-16.</source>
        <translation>文本已损坏：不是有效的 UTF-16。</translation>
    </message>
</context>
<context>
    <name>models::EventModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>AGE</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>TYPE</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>REASON</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>OBJECT</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>MESSAGE</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Seen once</source>
        <translation>出现一次</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次出现</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>最近一次出现</translation>
    </message>
    <message>
        <source>in between; the server keeps only how many</source>
        <translation>在其间；服务器只保留次数</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>events of the same kind</comment>
        <translation>
            <numerusform>另有 %n 次</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ImageMatrix</name>
    <message>
        <source>present</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>absent, likely</source>
        <translation>可能不存在</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>unknown on %n node(s)</source>
        <translation>
            <numerusform>%n 个节点未知</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>%1, unknown on %n</source>
        <translation>
            <numerusform>%1，另有 %n 个未知</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 nodes</source>
        <translation>%2 个节点中的 %1 个</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 bytes, as the runtime reports it</source>
        <translation>%1 字节，由运行时报告</translation>
    </message>
    <message>
        <source>No one reports its size</source>
        <translation>没有来源报告其大小</translation>
    </message>
    <message>
        <source>No pod uses it</source>
        <translation>没有 Pod 使用它</translation>
    </message>
    <message>
        <source>With imagePullPolicy Never a pod would fail on: %1</source>
        <translation>若 imagePullPolicy 为 Never，Pod 会在以下节点失败：%1</translation>
    </message>
    <message>
        <source>This session saw no pull of it</source>
        <translation>本次会话未见到它被拉取</translation>
    </message>
    <message>
        <source>%1: %2
%3
The list is up to 40 s old.</source>
        <translation>%1：%2
%3
该列表最多滞后 40 秒。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The nodes on which a pod with imagePullPolicy Never would fail with ErrImageNeverPull</source>
        <translation>imagePullPolicy 为 Never 的 Pod 会以 ErrImageNeverPull 失败的节点</translation>
    </message>
    <message numerus="yes">
        <source>%1
%n image(s) listed</source>
        <translation>
            <numerusform>%1
列出 %n 个镜像</numerusform>
        </translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>PODS</source>
        <translation>POD</translation>
    </message>
    <message>
        <source>NEVER FAILS ON</source>
        <translation>NEVER 会失败的节点</translation>
    </message>
    <message>
        <source>LAST PULL</source>
        <translation>最近拉取</translation>
    </message>
</context>
<context>
    <name>models::PodModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>NAMESPACE</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>RESTARTS</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>AGE</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>POLICY</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>NODE</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>PULL</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>PULL TIME</source>
        <translation>拉取耗时</translation>
    </message>
    <message>
        <source>CAUSE</source>
        <translation>起因</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>NOMINATED NODE</source>
        <translation>提名节点</translation>
    </message>
    <message>
        <source>READINESS GATES</source>
        <translation>就绪门控</translation>
    </message>
</context>
<context>
    <name>models::PodQuery</name>
    <message>
        <source>the quote is not closed</source>
        <translation>引号没有闭合</translation>
    </message>
    <message>
        <source>only age, restarts and ready can be compared</source>
        <translation>只有 age、restarts 和 ready 可以比较</translation>
    </message>
    <message>
        <source>&quot;is:&quot; knows no &quot;%1&quot;</source>
        <translation>“is:”没有“%1”</translation>
    </message>
    <message>
        <source>compare it: %1&gt;, %1&lt;, %1=</source>
        <translation>请比较它：%1&gt;、%1&lt;、%1=</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time span, such as 30s, 5m, 2h, 1d</source>
        <translation>“%1”不是时长，例如 30s、5m、2h、1d</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no whole number</source>
        <translation>“%1”不是整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no label selector, such as app=web,!old</source>
        <translation>“%1”不是标签选择器，应如 app=web,!old</translation>
    </message>
</context>
<context>
    <name>models::PullWords</name>
    <message>
        <source>not on node, policy Never</source>
        <translation>节点上没有，策略 Never</translation>
    </message>
    <message>
        <source>invalid image name</source>
        <translation>镜像名称无效</translation>
    </message>
    <message>
        <source>runtime cannot look it up</source>
        <translation>运行时无法查询</translation>
    </message>
    <message>
        <source>kubelet limits its pulls</source>
        <translation>kubelet 限制拉取频率</translation>
    </message>
    <message>
        <source>runtime not reachable</source>
        <translation>运行时无法访问</translation>
    </message>
    <message>
        <source>short name not resolved</source>
        <translation>短名称无法解析</translation>
    </message>
    <message>
        <source>registry blocked on node</source>
        <translation>节点禁用该仓库</translation>
    </message>
    <message>
        <source>signature refused</source>
        <translation>签名被拒绝</translation>
    </message>
    <message>
        <source>registry policy refuses</source>
        <translation>仓库策略拒绝</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>disk error</source>
        <translation>磁盘错误</translation>
    </message>
    <message>
        <source>rate limit of registry</source>
        <translation>仓库限流</translation>
    </message>
    <message>
        <source>HTTP instead of HTTPS</source>
        <translation>HTTP 而非 HTTPS</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS 握手失败</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>name not resolved (DNS)</source>
        <translation>域名无法解析 (DNS)</translation>
    </message>
    <message>
        <source>connection refused</source>
        <translation>连接被拒绝</translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>not for this platform</source>
        <translation>不适用于此平台</translation>
    </message>
    <message>
        <source>content damaged</source>
        <translation>内容损坏</translation>
    </message>
    <message>
        <source>format not supported</source>
        <translation>格式不受支持</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>not found, or no access</source>
        <translation>未找到或无权访问</translation>
    </message>
    <message>
        <source>access denied</source>
        <translation>拒绝访问</translation>
    </message>
    <message>
        <source>registry error (5xx)</source>
        <translation>仓库错误 (5xx)</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>deadline passed</source>
        <translation>超过期限</translation>
    </message>
    <message>
        <source>pull cancelled</source>
        <translation>拉取已取消</translation>
    </message>
    <message>
        <source>layer not unpacked</source>
        <translation>镜像层无法解包</translation>
    </message>
    <message>
        <source>connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>runtime error</source>
        <translation>运行时错误</translation>
    </message>
    <message>
        <source>cause unknown</source>
        <translation>起因未知</translation>
    </message>
    <message>
        <source>on node</source>
        <translation>节点已有</translation>
    </message>
    <message>
        <source>pulled %1</source>
        <translation>已拉取 %1</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>已拉取</translation>
    </message>
    <message>
        <source>pulling</source>
        <translation>拉取中</translation>
    </message>
    <message>
        <source>pulling %1</source>
        <translation>拉取中 %1</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>The image was on the node already; no registry was asked.</source>
        <translation>镜像已在节点上；没有询问任何仓库。</translation>
    </message>
    <message>
        <source>The image was pulled. The time is that of all its containers together.</source>
        <translation>镜像已拉取。耗时为其所有容器的总和。</translation>
    </message>
    <message>
        <source>The image is being pulled.</source>
        <translation>正在拉取镜像。</translation>
    </message>
    <message>
        <source>The kubelet has not asked for the image yet.</source>
        <translation>kubelet 尚未请求该镜像。</translation>
    </message>
    <message>
        <source>A container has no image.</source>
        <translation>有容器没有镜像。</translation>
    </message>
    <message>
        <source>The image is there, but no event tells how it came: Kubernetes keeps events for one hour.</source>
        <translation>镜像已存在，但没有事件说明其来历：Kubernetes 只保留一小时的事件。</translation>
    </message>
</context>
<context>
    <name>models::QueryChoices</name>
    <message numerus="yes">
        <source>%n pod(s)</source>
        <translation>
            <numerusform>%n 个 Pod</numerusform>
        </translation>
    </message>
    <message>
        <source>a part of STATUS</source>
        <translation>STATUS 的一部分</translation>
    </message>
    <message>
        <source>a part of the node&apos;s name</source>
        <translation>节点名称的一部分</translation>
    </message>
    <message>
        <source>a part of the namespace</source>
        <translation>命名空间的一部分</translation>
    </message>
    <message>
        <source>a part of an image</source>
        <translation>镜像的一部分</translation>
    </message>
    <message>
        <source>key, or key=value</source>
        <translation>键，或 键=值</translation>
    </message>
    <message>
        <source>kind, name or kind/name</source>
        <translation>类型、名称或 类型/名称</translation>
    </message>
    <message>
        <source>ready, not-ready, restarting …</source>
        <translation>ready、not-ready、restarting …</translation>
    </message>
    <message>
        <source>an image pull policy</source>
        <translation>镜像拉取策略</translation>
    </message>
    <message>
        <source>a part of a pod&apos;s address</source>
        <translation>Pod 地址的一部分</translation>
    </message>
    <message>
        <source>a part of the pod&apos;s name</source>
        <translation>Pod 名称的一部分</translation>
    </message>
    <message>
        <source>30s, 5m, 2h, 1d</source>
        <translation>30s、5m、2h、1d</translation>
    </message>
    <message>
        <source>how often containers started again</source>
        <translation>容器重新启动的次数</translation>
    </message>
    <message>
        <source>how many containers are ready</source>
        <translation>已就绪的容器数</translation>
    </message>
    <message>
        <source>the Ready condition is True</source>
        <translation>Ready 状况为 True</translation>
    </message>
    <message>
        <source>not ready, and not finished</source>
        <translation>未就绪，也未结束</translation>
    </message>
    <message>
        <source>waits because of an image</source>
        <translation>因镜像而等待</translation>
    </message>
    <message>
        <source>a container ended within the last hour</source>
        <translation>最近一小时内有容器结束</translation>
    </message>
    <message>
        <source>something happened in the last 5 minutes</source>
        <translation>最近 5 分钟内发生过变化</translation>
    </message>
    <message>
        <source>is being deleted</source>
        <translation>正在删除</translation>
    </message>
    <message>
        <source>a label selector, as kubectl -l</source>
        <translation>标签选择器，同 kubectl -l</translation>
    </message>
</context>
<context>
    <name>models::RegistryBoard</name>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Of the pulls whose time is known, without the node&apos;s pull queue where the kubelet tells it apart</source>
        <translation>取自耗时已知的拉取；若 kubelet 区分，则不含节点拉取队列的等待</translation>
    </message>
    <message>
        <source>Image size / time; cached layers make it look faster</source>
        <translation>镜像大小 / 时间；缓存的层会使其显得更快</translation>
    </message>
    <message>
        <source>REGISTRY</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>NODE</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>PULLS</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>FAILURES</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>P50</source>
        <translation>P50</translation>
    </message>
    <message>
        <source>P95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>THROUGHPUT</source>
        <translation>吞吐量</translation>
    </message>
    <message>
        <source>CAUSES</source>
        <translation>起因</translation>
    </message>
</context>
<context>
    <name>pull</name>
    <message>
        <source>Waits for its turn: containers of a pod start one after the other, and the kubelet is at %1.</source>
        <translation>等待轮到它：同一 Pod 的容器依次启动，kubelet 正在处理 %1。</translation>
    </message>
    <message>
        <source>When the kubelet has started that container, or failed to, it comes to this one.</source>
        <translation>kubelet 启动该容器或失败之后，就轮到这个容器。</translation>
    </message>
    <message>
        <source>%1, which is stored already: the manifest names none, so it stays.</source>
        <translation>%1，已存储：清单未指定策略，因此保持不变。</translation>
    </message>
    <message>
        <source>It would refuse to start: the name cannot be read (%1).</source>
        <translation>会拒绝启动：无法解析该名称（%1）。</translation>
    </message>
    <message>
        <source>It would pull: the node does not list the image.</source>
        <translation>会拉取：节点没有列出该镜像。</translation>
    </message>
    <message>
        <source>It would pull: Always asks the registry, and the node does not list the image.</source>
        <translation>会拉取：Always 会询问仓库，且节点没有列出该镜像。</translation>
    </message>
    <message>
        <source>It would ask the registry, as Always says; the node has the image, so only what changed is sent.</source>
        <translation>会按 Always 询问仓库；节点已有该镜像，因此只传输变化的部分。</translation>
    </message>
    <message>
        <source>It would use the image on the node.</source>
        <translation>会使用节点上的镜像。</translation>
    </message>
    <message>
        <source>It would refuse to start: the node does not list the image, and Never forbids asking a registry.</source>
        <translation>会拒绝启动：节点没有列出该镜像，而 Never 禁止询问仓库。</translation>
    </message>
    <message>
        <source>It cannot be known: %1.</source>
        <translation>无法得知：%1。</translation>
    </message>
    <message>
        <source>It has the image, but may pull it to check that this pod may use it.</source>
        <translation>节点有该镜像，但可能会拉取以确认该 Pod 有权使用。</translation>
    </message>
    <message>
        <source>The manifest names the node %1.</source>
        <translation>清单指定了节点 %1。</translation>
    </message>
    <message>
        <source>It does not have the label %1.</source>
        <translation>它没有标签 %1。</translation>
    </message>
    <message>
        <source>It is cordoned.</source>
        <translation>它已被封锁（cordon）。</translation>
    </message>
    <message>
        <source>It is not ready.</source>
        <translation>它未就绪。</translation>
    </message>
    <message>
        <source>The manifest names no policy, and %1 is stored: it stays, though the default for %2 would be %3.</source>
        <translation>清单未指定策略，而已存储的是 %1：它保持不变，尽管 %2 的默认值应为 %3。</translation>
    </message>
    <message>
        <source>%1 can change, but IfNotPresent never looks again: nodes that have it keep what they have, and nodes may run different content.</source>
        <translation>%1 的内容可能变化，但 IfNotPresent 不会再查看：已有该镜像的节点保留旧内容，各节点运行的内容可能不同。</translation>
    </message>
    <message>
        <source>The digest pins the content, yet Always asks the registry at each start: it must answer although nothing can have changed.</source>
        <translation>摘要已固定内容，但 Always 每次启动都会询问仓库：即使不可能有变化，仓库也必须应答。</translation>
    </message>
    <message>
        <source>Never: on %1 of %2 nodes the image is not listed; there the container cannot start.</source>
        <translation>Never：%2 个节点中有 %1 个没有列出该镜像；在那里容器无法启动。</translation>
    </message>
    <message>
        <source>%1 holds a variable that was not replaced; the API server accepts it, the kubelet does not.</source>
        <translation>%1 含有未替换的变量；API 服务器会接受，kubelet 不会。</translation>
    </message>
    <message>
        <source>%1 names no registry: on CRI-O nodes (%3, such as %2) their own configuration says which one is asked.</source>
        <translation>%1 未指定仓库：在 CRI-O 节点（%3 个，如 %2）上由节点自身配置决定询问哪个仓库。</translation>
    </message>
    <message>
        <source>The pull secret %1 does not exist; the kubelet goes on without it.</source>
        <translation>拉取密钥 %1 不存在；kubelet 会在没有它的情况下继续。</translation>
    </message>
    <message>
        <source>The secret %1 is not one for registries; the kubelet passes over it.</source>
        <translation>密钥 %1 不是用于镜像仓库的类型；kubelet 会忽略它。</translation>
    </message>
    <message>
        <source>Whether the pull secrets (%1) fit %2 cannot be told: they may not be read.</source>
        <translation>无法判断拉取密钥（%1）是否适用于 %2：没有读取权限。</translation>
    </message>
    <message>
        <source>None of the pull secrets (%1) has an entry for %2: the pull is anonymous, unless the node has credentials of its own.</source>
        <translation>拉取密钥（%1）都没有 %2 的条目：除非节点自带凭据，否则将匿名拉取。</translation>
    </message>
    <message>
        <source>%1 is written in full.</source>
        <translation>%1 是完整的引用。</translation>
    </message>
    <message>
        <source>%1 does not list the image yet, though it was pulled: its list is up to 40 seconds old.</source>
        <translation>%1 尚未列出该镜像，尽管已拉取：其列表最多滞后 40 秒。</translation>
    </message>
    <message>
        <source>One try in between is only counted; its time is not recorded.</source>
        <translation>中间有一次尝试只有计数，没有时间记录。</translation>
    </message>
    <message>
        <source>It cannot be started, again and again; the kubelet waits before it tries once more.</source>
        <translation>它一再无法启动；kubelet 会等待一段时间后再试。</translation>
    </message>
    <message>
        <source>It did not end by itself: %1</source>
        <translation>它不是自行结束的：%1</translation>
    </message>
    <message>
        <source>The policy is Never and the image is not on the node</source>
        <translation>策略是 Never，而节点上没有此镜像</translation>
    </message>
    <message>
        <source>Load the image onto the node, or change imagePullPolicy to IfNotPresent. No registry is asked.</source>
        <translation>请把镜像导入节点，或把 imagePullPolicy 改为 IfNotPresent。不会询问任何仓库。</translation>
    </message>
    <message>
        <source>The image is not a valid reference</source>
        <translation>镜像不是有效的引用</translation>
    </message>
    <message>
        <source>Correct the image: lower case, no scheme, no spaces, no unreplaced ${VARIABLE}.</source>
        <translation>请修正镜像：小写，不带协议和空格，没有未替换的 ${VARIABLE}。</translation>
    </message>
    <message>
        <source>The container runtime cannot look up the image</source>
        <translation>容器运行时无法查询镜像</translation>
    </message>
    <message>
        <source>Check the container runtime on the node; its image store may be damaged.</source>
        <translation>请检查节点上的容器运行时；其镜像存储可能已损坏。</translation>
    </message>
    <message>
        <source>The container starts and ends again and again</source>
        <translation>容器反复启动又退出</translation>
    </message>
    <message>
        <source>Look at the logs of its last run. The image is not the cause: it was pulled and started.</source>
        <translation>请查看上一次运行的日志。原因不在镜像：它已拉取并启动。</translation>
    </message>
    <message>
        <source>Something that the container refers to is missing</source>
        <translation>容器引用的某个对象不存在</translation>
    </message>
    <message>
        <source>Check the ConfigMaps, Secrets and keys that the container names.</source>
        <translation>请检查容器引用的 ConfigMap、Secret 及其键。</translation>
    </message>
    <message>
        <source>The runtime cannot create the container</source>
        <translation>运行时无法创建容器</translation>
    </message>
    <message>
        <source>Read the kubelet&apos;s own words: mounts, devices, names in use.</source>
        <translation>请阅读 kubelet 的原文：挂载、设备、被占用的名称。</translation>
    </message>
    <message>
        <source>The runtime cannot start the container</source>
        <translation>运行时无法启动容器</translation>
    </message>
    <message>
        <source>Check the command, its path inside of the image, and the image&apos;s architecture.</source>
        <translation>请检查命令、它在镜像中的路径以及镜像的架构。</translation>
    </message>
    <message>
        <source>The container cannot be created or started</source>
        <translation>容器无法创建或启动</translation>
    </message>
    <message>
        <source>The image is there. Read the kubelet&apos;s own words: a missing ConfigMap or Secret, a command that is not in the image, a mount.</source>
        <translation>镜像已就绪。请阅读 kubelet 的原文：缺少 ConfigMap 或 Secret、镜像中没有该命令，或挂载问题。</translation>
    </message>
    <message>
        <source>No node fits the pod</source>
        <translation>没有适合该 Pod 的节点</translation>
    </message>
    <message>
        <source>Compare its node selector, affinity, tolerations and requests with the nodes. No image is pulled before a node is chosen.</source>
        <translation>请将其节点选择器、亲和性、容忍度和资源请求与节点对照。选定节点之前不会拉取镜像。</translation>
    </message>
    <message>
        <source>The pod is held back by its scheduling gates</source>
        <translation>该 Pod 被调度门控拦住</translation>
    </message>
    <message>
        <source>Whoever set spec.schedulingGates must remove them.</source>
        <translation>设置 spec.schedulingGates 的一方必须将其移除。</translation>
    </message>
    <message>
        <source>A volume cannot be mounted</source>
        <translation>有卷无法挂载</translation>
    </message>
    <message>
        <source>Check that the Secret, ConfigMap, claim or server that the volume names exists. No image is pulled before.</source>
        <translation>请检查卷所引用的 Secret、ConfigMap、声明或服务器是否存在。在此之前不会拉取镜像。</translation>
    </message>
    <message>
        <source>A volume cannot be attached to the node</source>
        <translation>有卷无法附加到节点</translation>
    </message>
    <message>
        <source>Check whether another node still holds it, and the storage driver.</source>
        <translation>请检查是否仍被其他节点占用，以及存储驱动。</translation>
    </message>
    <message>
        <source>The pod&apos;s sandbox cannot be created</source>
        <translation>无法创建 Pod 的沙箱</translation>
    </message>
    <message>
        <source>Check the network plugin, and whether the node can get its pause image. The containers&apos; own images come later.</source>
        <translation>请检查网络插件，以及节点能否获取 pause 镜像。容器自身的镜像在其后。</translation>
    </message>
    <message>
        <source>The node&apos;s network is not ready</source>
        <translation>节点网络未就绪</translation>
    </message>
    <message>
        <source>Check the network plugin on the node.</source>
        <translation>请检查节点上的网络插件。</translation>
    </message>
    <message>
        <source>The container runs, but its readiness probe fails</source>
        <translation>容器在运行，但就绪探针失败</translation>
    </message>
    <message>
        <source>Check what the probe asks and the logs. The image is not the cause.</source>
        <translation>请检查探针的内容和日志。原因不在镜像。</translation>
    </message>
    <message>
        <source>A probe fails: the kubelet is about to restart the container</source>
        <translation>探针失败：kubelet 即将重启容器</translation>
    </message>
    <message>
        <source>Check what the probe asks, its delays and threshold, and the logs.</source>
        <translation>请检查探针的内容、延迟和阈值，以及日志。</translation>
    </message>
    <message>
        <source>The program ended with an error</source>
        <translation>程序以错误结束</translation>
    </message>
    <message>
        <source>Look at its logs. The image is not the cause: it was pulled and started.</source>
        <translation>请查看其日志。原因不在镜像：它已拉取并启动。</translation>
    </message>
    <message>
        <source>The program used more memory than its limit</source>
        <translation>程序使用的内存超过限制</translation>
    </message>
    <message>
        <source>Raise the memory limit, or look for the leak.</source>
        <translation>请提高内存限制，或查找内存泄漏。</translation>
    </message>
    <message>
        <source>The kubelet could not find the container any more</source>
        <translation>kubelet 找不到该容器了</translation>
    </message>
    <message>
        <source>Usually it was deleted together with its pod, or the node was restarted.</source>
        <translation>通常是它随 Pod 一起被删除，或节点重启过。</translation>
    </message>
    <message>
        <source>The node was short of something and put the pod out</source>
        <translation>节点资源不足，驱逐了该 Pod</translation>
    </message>
    <message>
        <source>Read the message: memory, disk or process ids. Set requests, free the node.</source>
        <translation>请阅读消息：内存、磁盘或进程号。设置资源请求，释放节点资源。</translation>
    </message>
    <message>
        <source>%1 does not report: what it last said may be old.</source>
        <translation>%1 没有上报状态：它最后的信息可能已过时。</translation>
    </message>
    <message>
        <source>%1 is under pressure (%2): the kubelet removes unused images and may refuse or evict pods.</source>
        <translation>%1 处于压力状态（%2）：kubelet 会清理未使用的镜像，并可能拒绝或驱逐 Pod。</translation>
    </message>
    <message>
        <source>Pull, although the node has the image: the pod must prove that it may use it.</source>
        <translation>节点虽有该镜像，仍要拉取：Pod 必须证明自己有权使用它。</translation>
    </message>
    <message>
        <source>Use the image on the node, or pull it to check that this pod may use it.</source>
        <translation>使用节点上的镜像，或拉取它以确认该 Pod 有权使用。</translation>
    </message>
    <message>
        <source>Refuse to start: the node has the image, but this pod has not shown that it may use it, and Never forbids asking a registry.</source>
        <translation>拒绝启动：节点有该镜像，但该 Pod 尚未证明有权使用，而 Never 禁止询问仓库。</translation>
    </message>
    <message>
        <source>Refuse to start: the runtime cannot look up the image.</source>
        <translation>拒绝启动：运行时无法查询该镜像。</translation>
    </message>
    <message>
        <source>Too short for a download: the registry was asked, and the layers were on the node already.</source>
        <translation>时间太短，不足以下载：已询问仓库，而各层已在节点上。</translation>
    </message>
    <message>
        <source>Refused: the name cannot be read (%1).</source>
        <translation>已拒绝：无法解析该名称（%1）。</translation>
    </message>
    <message>
        <source>Refused: the runtime cannot look up the image (%1).</source>
        <translation>已拒绝：运行时无法查询该镜像（%1）。</translation>
    </message>
    <message>
        <source>Getting the image had failed before; then the container ran. The events of that start are gone or were never sent.</source>
        <translation>此前获取镜像曾失败，之后容器运行了。那次启动的事件已消失或从未发送。</translation>
    </message>
    <message>
        <source>A pull began; how it ended is not recorded, but the container ran afterwards.</source>
        <translation>一次拉取已开始；其结果没有记录，但容器随后运行了。</translation>
    </message>
    <message>
        <source>The image is there; the container is being created.</source>
        <translation>镜像已就绪；正在创建容器。</translation>
    </message>
    <message>
        <source>Created; it has not started yet.</source>
        <translation>已创建，尚未启动。</translation>
    </message>
    <message>
        <source>Started; the status does not say so yet.</source>
        <translation>已启动；状态尚未反映。</translation>
    </message>
    <message>
        <source>The image is there, but the container cannot be started: %1</source>
        <translation>镜像已就绪，但容器无法启动：%1</translation>
    </message>
    <message>
        <source>Being stopped: %1</source>
        <translation>正在停止：%1</translation>
    </message>
    <message>
        <source>It starts and ends again and again; the kubelet waits before it starts it once more.</source>
        <translation>它反复启动又结束；kubelet 会等待一段时间后再启动。</translation>
    </message>
    <message>
        <source>Restarted %1 times; the run before ended %2 ago: %3.</source>
        <translation>已重启 %1 次；上一次运行在 %2 前结束：%3。</translation>
    </message>
    <message>
        <source>It runs %1.</source>
        <translation>正在运行 %1。</translation>
    </message>
    <message>
        <source>It is at work; what comes after it waits until it has ended.</source>
        <translation>它正在工作；后面的容器要等它结束。</translation>
    </message>
    <message>
        <source>Running, not ready yet.</source>
        <translation>正在运行，尚未就绪。</translation>
    </message>
    <message>
        <source>Running, but not ready: %1</source>
        <translation>正在运行，但未就绪：%1</translation>
    </message>
    <message>
        <source>Running, but a probe fails: %1</source>
        <translation>正在运行，但探针失败：%1</translation>
    </message>
    <message>
        <source>Waiting: %1: %2</source>
        <translation>等待中：%1：%2</translation>
    </message>
    <message>
        <source>The pod cannot start yet: %1</source>
        <translation>Pod 还不能启动：%1</translation>
    </message>
    <message>
        <source>Waits for the init container %1.</source>
        <translation>等待初始化容器 %1。</translation>
    </message>
    <message>
        <source>Waits for the init container %1, which is at %2.</source>
        <translation>等待初始化容器 %1，它目前处于 %2。</translation>
    </message>
    <message>
        <source>The kubelet has taken the pod (%1); nothing is recorded of this container yet.</source>
        <translation>kubelet 已接管该 Pod（%1）；尚无该容器的记录。</translation>
    </message>
    <message>
        <source>No node fits: %1</source>
        <translation>没有合适的节点：%1</translation>
    </message>
    <message>
        <source>The pod is over: %1. %2</source>
        <translation>该 Pod 已结束：%1。%2</translation>
    </message>
    <message>
        <source>The pod is being deleted; its grace period ends at %1.</source>
        <translation>该 Pod 正在被删除；宽限期于 %1 结束。</translation>
    </message>
    <message>
        <source>%1 tries in between are only counted; their times are not recorded.</source>
        <translation>中间的 %1 次尝试只有计数，没有时间记录。</translation>
    </message>
    <message>
        <source>Similar events were combined: not every try is told.</source>
        <translation>相似事件已被合并：并非每次尝试都有记录。</translation>
    </message>
    <message>
        <source>The kubelet limits how many events it sends of one pod: later ones may be missing. The status counts.</source>
        <translation>kubelet 限制单个 Pod 的事件数量：之后的事件可能缺失。以状态为准。</translation>
    </message>
    <message>
        <source>The events of its start are gone: they are kept for about an hour.</source>
        <translation>启动时的事件已消失：事件大约只保留一小时。</translation>
    </message>
    <message>
        <source>There is no event of this container: they are gone, were never sent, or may not be read.</source>
        <translation>没有该容器的事件：已消失、从未发送或无权读取。</translation>
    </message>
    <message>
        <source>The scheduler tries again when nodes or pods change.</source>
        <translation>节点或 Pod 变化时，调度器会再次尝试。</translation>
    </message>
    <message>
        <source>The kubelet tries again between %1 and %2 (UTC).</source>
        <translation>kubelet 将在 %1 至 %2（UTC）之间重试。</translation>
    </message>
    <message>
        <source>The next try was expected between %1 and %2 (UTC); no event tells of it.</source>
        <translation>下一次尝试原定于 %1 至 %2（UTC）之间；没有事件说明它。</translation>
    </message>
    <message>
        <source>The kubelet tries again after a wait of 10 seconds to 5 minutes.</source>
        <translation>kubelet 会在等待 10 秒到 5 分钟后重试。</translation>
    </message>
    <message>
        <source>The kubelet looks again every 10 to 15 seconds; it starts the container once the image is on the node.</source>
        <translation>kubelet 每 10 到 15 秒再查看一次；镜像出现在节点上后就会启动容器。</translation>
    </message>
    <message>
        <source>The kubelet refuses it again every 10 to 15 seconds until the name is corrected.</source>
        <translation>在名称被改正之前，kubelet 每 10 到 15 秒会再次拒绝。</translation>
    </message>
    <message>
        <source>The kubelet tries again every 10 to 15 seconds, longer apart if the container had been created.</source>
        <translation>kubelet 每 10 到 15 秒重试一次；如果容器已创建过，间隔会更长。</translation>
    </message>
    <message>
        <source>The kubelet starts it again between %1 and %2 (UTC).</source>
        <translation>kubelet 将在 %1 至 %2（UTC）之间再次启动它。</translation>
    </message>
    <message>
        <source>The next start was expected between %1 and %2 (UTC); nothing tells of it.</source>
        <translation>下一次启动原定于 %1 至 %2（UTC）之间；没有任何记录说明它。</translation>
    </message>
    <message>
        <source>The kubelet starts it again, after a wait that doubles from 10 seconds to 5 minutes.</source>
        <translation>kubelet 会再次启动它，等待时间从 10 秒起加倍，最长 5 分钟。</translation>
    </message>
    <message>
        <source>When the pull has ended, the container is created and started. Nobody tells how far it is.</source>
        <translation>拉取结束后会创建并启动容器。没有进度信息。</translation>
    </message>
    <message>
        <source>The container starts next.</source>
        <translation>接下来容器将启动。</translation>
    </message>
    <message>
        <source>It starts once the init containers before it are done.</source>
        <translation>前面的初始化容器完成后它才启动。</translation>
    </message>
    <message>
        <source>It starts once that init container has got over its trouble; look at that one.</source>
        <translation>那个初始化容器的问题解决后它才启动；请查看那个容器。</translation>
    </message>
    <message>
        <source>When it has ended well, the next container starts.</source>
        <translation>它正常结束后，下一个容器启动。</translation>
    </message>
    <message>
        <source>The next container starts.</source>
        <translation>下一个容器启动。</translation>
    </message>
    <message>
        <source>The kubelet tries again; no image is looked at before this is solved.</source>
        <translation>kubelet 会重试；在此问题解决之前不会处理任何镜像。</translation>
    </message>
    <message>
        <source>Volumes and sandbox come first, then the image.</source>
        <translation>先是卷和沙箱，然后是镜像。</translation>
    </message>
    <message>
        <source>It gets traffic from Services once its readiness probe succeeds.</source>
        <translation>就绪探针成功后，它才会接收 Service 的流量。</translation>
    </message>
    <message>
        <source>If the probe goes on failing, the kubelet stops the container and starts it again.</source>
        <translation>如果探针继续失败，kubelet 会停止并重新启动容器。</translation>
    </message>
    <message>
        <source>The container ends; unless the pod is deleted, the kubelet starts it again.</source>
        <translation>容器将结束；除非 Pod 被删除，否则 kubelet 会再次启动它。</translation>
    </message>
    <message>
        <source>The pod is gone by %1 (UTC), a few seconds later on a busy node.</source>
        <translation>该 Pod 最迟在 %1（UTC）消失，繁忙的节点上会晚几秒。</translation>
    </message>
    <message>
        <source>The pod should have been gone by %1 (UTC): a finalizer holds it, or the node does not report.</source>
        <translation>该 Pod 本应在 %1（UTC）前消失：有 finalizer 保留着它，或节点没有上报。</translation>
    </message>
    <message>
        <source>Nothing is due. At its next start the registry is asked again, and must answer.</source>
        <translation>没有待办。下次启动时会再次询问仓库，仓库必须应答。</translation>
    </message>
    <message>
        <source>Nothing is due. At its next start here the image on the node is used, if it is still there.</source>
        <translation>没有待办。下次在此节点启动时，如镜像仍在，将使用节点上的镜像。</translation>
    </message>
    <message>
        <source>Nothing: it is done.</source>
        <translation>没有后续：已完成。</translation>
    </message>
    <message>
        <source>Nothing: the pod&apos;s restart policy does not start it again.</source>
        <translation>没有后续：Pod 的重启策略不会再次启动它。</translation>
    </message>
    <message>
        <source>The node&apos;s own pull rate limit was reached</source>
        <translation>达到了节点自身的拉取速率限制</translation>
    </message>
    <message>
        <source>Harmless: the kubelet tries again. To avoid it, raise registryPullQPS and registryBurst or spread rollouts over time.</source>
        <translation>无害：kubelet 会重试。要避免，可调高 registryPullQPS 和 registryBurst，或错开发布时间。</translation>
    </message>
    <message>
        <source>The text is not an image reference</source>
        <translation>该文本不是镜像引用</translation>
    </message>
    <message>
        <source>Correct the image name: lower case, no https://, no spaces, no unreplaced ${VAR}, a whole digest.</source>
        <translation>修正镜像名称：使用小写，不带 https:// 和空格，没有未替换的 ${VAR}，摘要要完整。</translation>
    </message>
    <message>
        <source>The kubelet cannot talk to the container runtime</source>
        <translation>kubelet 无法与容器运行时通信</translation>
    </message>
    <message>
        <source>Check containerd or CRI-O on the node. The pull goes on once the runtime answers.</source>
        <translation>检查节点上的 containerd 或 CRI-O。运行时恢复后会继续拉取。</translation>
    </message>
    <message>
        <source>CRI-O refuses a name without a registry</source>
        <translation>CRI-O 拒绝不带仓库主机的名称</translation>
    </message>
    <message>
        <source>Write the registry host in the image, or configure unqualified-search-registries or an alias on the node.</source>
        <translation>在镜像名中写明仓库主机，或在节点上配置 unqualified-search-registries 或别名。</translation>
    </message>
    <message>
        <source>The node&apos;s registries.conf blocks this registry</source>
        <translation>节点的 registries.conf 阻止了此仓库</translation>
    </message>
    <message>
        <source>Allow the registry there, or use a permitted mirror.</source>
        <translation>在其中放行该仓库，或使用允许的镜像站。</translation>
    </message>
    <message>
        <source>The image&apos;s signature is missing or not accepted</source>
        <translation>镜像缺少签名或签名不被接受</translation>
    </message>
    <message>
        <source>Sign the image, or correct the node&apos;s signature policy or keys.</source>
        <translation>为镜像签名，或修正节点的签名策略或密钥。</translation>
    </message>
    <message>
        <source>The registry&apos;s policy forbids this pull</source>
        <translation>仓库策略禁止此次拉取</translation>
    </message>
    <message>
        <source>Fix the reported vulnerabilities and scan again, or exempt the project or the CVE in the registry.</source>
        <translation>修复所报告的漏洞并重新扫描，或在仓库中豁免该项目或 CVE。</translation>
    </message>
    <message>
        <source>The node&apos;s image disk is full</source>
        <translation>节点的镜像磁盘已满</translation>
    </message>
    <message>
        <source>Free space or use a larger disk, and check the image garbage collection thresholds. Each retry fills the disk again.</source>
        <translation>释放空间或换更大的磁盘，并检查镜像回收阈值。每次重试都会再次占满磁盘。</translation>
    </message>
    <message>
        <source>The node&apos;s disk is read-only or failing</source>
        <translation>节点的磁盘只读或出现故障</translation>
    </message>
    <message>
        <source>Cordon the node and repair it.</source>
        <translation>隔离并修复该节点。</translation>
    </message>
    <message>
        <source>The registry&apos;s rate limit was reached (HTTP 429)</source>
        <translation>达到了仓库的速率限制（HTTP 429）</translation>
    </message>
    <message>
        <source>Log in with a pull secret, use a mirror or a pull-through cache, and avoid Always on many nodes. A later retry helps.</source>
        <translation>使用拉取凭据登录，使用镜像站或缓存代理，避免在大量节点上使用 Always。稍后重试会有帮助。</translation>
    </message>
    <message>
        <source>The node speaks HTTPS to a plain HTTP registry, or the reverse</source>
        <translation>节点用 HTTPS 访问明文 HTTP 仓库，或相反</translation>
    </message>
    <message>
        <source>Configure the registry as plain HTTP in certs.d/hosts.toml or the insecure registries of every node.</source>
        <translation>在每个节点的 certs.d/hosts.toml 或 insecure registries 中把该仓库配置为明文 HTTP。</translation>
    </message>
    <message>
        <source>The node does not trust the registry&apos;s certificate</source>
        <translation>节点不信任仓库的证书</translation>
    </message>
    <message>
        <source>Install the registry&apos;s CA on every node, or correct the certificate&apos;s names and dates and the node&apos;s clock. A pull secret does not help.</source>
        <translation>在每个节点上安装仓库的 CA，或修正证书的名称、有效期和节点时钟。拉取凭据没有帮助。</translation>
    </message>
    <message>
        <source>The TLS handshake with the registry failed</source>
        <translation>与仓库的 TLS 握手失败</translation>
    </message>
    <message>
        <source>Check TLS versions, proxies and client certificates between the node and the registry.</source>
        <translation>检查节点与仓库之间的 TLS 版本、代理和客户端证书。</translation>
    </message>
    <message>
        <source>The runtime&apos;s proxy cannot be used</source>
        <translation>运行时的代理无法使用</translation>
    </message>
    <message>
        <source>Correct the HTTP_PROXY, HTTPS_PROXY and NO_PROXY settings of the container runtime.</source>
        <translation>修正容器运行时的 HTTP_PROXY、HTTPS_PROXY 和 NO_PROXY 设置。</translation>
    </message>
    <message>
        <source>The registry&apos;s name does not resolve on the node</source>
        <translation>仓库的名称在节点上无法解析</translation>
    </message>
    <message>
        <source>Check the spelling and the node&apos;s resolv.conf. Pulls do not use the cluster&apos;s DNS: svc.cluster.local names fail.</source>
        <translation>检查拼写和节点的 resolv.conf。拉取不使用集群 DNS：svc.cluster.local 名称会失败。</translation>
    </message>
    <message>
        <source>Nothing answers at the registry&apos;s address</source>
        <translation>仓库地址没有响应</translation>
    </message>
    <message>
        <source>Check that the registry runs, its port and firewalls. localhost means the node itself.</source>
        <translation>检查仓库是否在运行、端口和防火墙。localhost 指节点自身。</translation>
    </message>
    <message>
        <source>The node has no route to the registry</source>
        <translation>节点没有到仓库的路由</translation>
    </message>
    <message>
        <source>Check routing, egress rules and NAT, and IPv6 where the address is one.</source>
        <translation>检查路由、出口规则和 NAT；如果地址是 IPv6，也检查 IPv6。</translation>
    </message>
    <message>
        <source>The image has no variant for the node&apos;s platform</source>
        <translation>镜像没有适合节点平台的版本</translation>
    </message>
    <message>
        <source>Build for the node&apos;s architecture, choose nodes by kubernetes.io/arch, or check whether the digest is of one platform only.</source>
        <translation>为节点架构构建镜像，按 kubernetes.io/arch 选择节点，或检查摘要是否只属于一个平台。</translation>
    </message>
    <message>
        <source>What arrived does not match its digest or size</source>
        <translation>收到的内容与其摘要或大小不符</translation>
    </message>
    <message>
        <source>Try again; then look for a damaged proxy or registry cache, or push the image again.</source>
        <translation>先重试；再检查代理或仓库缓存是否损坏，或重新推送镜像。</translation>
    </message>
    <message>
        <source>The image&apos;s format is not supported by the runtime</source>
        <translation>运行时不支持该镜像的格式</translation>
    </message>
    <message>
        <source>Build and push the image again: containerd 2.1 and later do not take schema 1.</source>
        <translation>重新构建并推送镜像：containerd 2.1 及更高版本不再支持 schema 1。</translation>
    </message>
    <message>
        <source>The registry wants other credentials</source>
        <translation>仓库要求其他凭据</translation>
    </message>
    <message>
        <source>Add an imagePullSecret for this registry host in the pod&apos;s namespace, or correct or renew the one there is.</source>
        <translation>在 Pod 的命名空间中为该仓库主机添加 imagePullSecret，或修正、更新已有的凭据。</translation>
    </message>
    <message>
        <source>The image does not exist, or may not be pulled; the registry does not say which</source>
        <translation>镜像不存在或无权拉取；仓库没有说明是哪一种</translation>
    </message>
    <message>
        <source>Check the repository&apos;s spelling first, then credentials and permission.</source>
        <translation>先检查仓库名拼写，再检查凭据和权限。</translation>
    </message>
    <message>
        <source>The credentials have no permission to pull this image</source>
        <translation>凭据没有拉取此镜像的权限</translation>
    </message>
    <message>
        <source>Grant pull permission: registry policy, package visibility, IP or region limits.</source>
        <translation>授予拉取权限：检查仓库策略、软件包可见性、IP 或地区限制。</translation>
    </message>
    <message>
        <source>The registry has a fault of its own (HTTP 5xx)</source>
        <translation>仓库自身出现故障（HTTP 5xx）</translation>
    </message>
    <message>
        <source>Wait: the kubelet tries again. Check the registry&apos;s status.</source>
        <translation>等待：kubelet 会重试。查看仓库状态。</translation>
    </message>
    <message>
        <source>The registry does not have this image</source>
        <translation>仓库中没有此镜像</translation>
    </message>
    <message>
        <source>Check the tag and the repository, push the image, and look at retention rules and mirror synchronisation.</source>
        <translation>检查标签和仓库名，推送镜像，并查看保留规则和镜像站同步。</translation>
    </message>
    <message>
        <source>The registry did not answer in time</source>
        <translation>仓库未及时响应</translation>
    </message>
    <message>
        <source>Check firewalls, proxy, MTU and bandwidth between the node and the registry.</source>
        <translation>检查节点与仓库之间的防火墙、代理、MTU 和带宽。</translation>
    </message>
    <message>
        <source>The pull took longer than it may</source>
        <translation>拉取超过了时限</translation>
    </message>
    <message>
        <source>Check the load of the runtime and the disk; a very large image can be the cause.</source>
        <translation>检查运行时和磁盘的负载；镜像过大也可能是原因。</translation>
    </message>
    <message>
        <source>The pull was broken off</source>
        <translation>拉取被中止</translation>
    </message>
    <message>
        <source>The runtime saw no progress, the kubelet or runtime restarted, or the pod was deleted. Check the bandwidth.</source>
        <translation>运行时没有看到进展、kubelet 或运行时重启，或 Pod 被删除。检查带宽。</translation>
    </message>
    <message>
        <source>A layer of the image could not be unpacked</source>
        <translation>镜像的某一层无法解压</translation>
    </message>
    <message>
        <source>Check the image, and the node&apos;s snapshotter and file system.</source>
        <translation>检查镜像以及节点的快照器和文件系统。</translation>
    </message>
    <message>
        <source>The transfer was cut</source>
        <translation>传输中断</translation>
    </message>
    <message>
        <source>The kubelet tries again. Check the network, proxy limits and the registry.</source>
        <translation>kubelet 会重试。检查网络、代理限制和仓库。</translation>
    </message>
    <message>
        <source>The container runtime contradicts itself</source>
        <translation>容器运行时的回答前后矛盾</translation>
    </message>
    <message>
        <source>Remove the image on the node and look at the runtime&apos;s log.</source>
        <translation>删除节点上的该镜像，并查看运行时日志。</translation>
    </message>
    <message>
        <source>The cause is not known</source>
        <translation>原因未知</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>when the runtime is back</source>
        <translation>运行时恢复后有</translation>
    </message>
    <message>
        <source>rarely</source>
        <translation>很少有</translation>
    </message>
    <message>
        <source>yes, later</source>
        <translation>有，需稍后</translation>
    </message>
    <message>
        <source>sometimes</source>
        <translation>有时有</translation>
    </message>
    <message>
        <source>if transient</source>
        <translation>若是暂时性故障则有</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>也许有</translation>
    </message>
    <message>
        <source>expired only after refresh</source>
        <translation>没有；凭据过期的，刷新之后有</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>Read the kubelet&apos;s own text</source>
        <translation>请阅读 kubelet 的原文</translation>
    </message>
    <message>
        <source>%1 means %2.</source>
        <translation>%1 即 %2。</translation>
    </message>
    <message>
        <source>%1 means %2: without a tag it is &quot;latest&quot;.</source>
        <translation>%1 即 %2：没有标签时就是“latest”。</translation>
    </message>
    <message>
        <source>%1 is not an image reference: %2.</source>
        <translation>%1 不是镜像引用：%2。</translation>
    </message>
    <message>
        <source>%1, as the manifest says.</source>
        <translation>%1，清单中写明。</translation>
    </message>
    <message>
        <source>%1: the manifest names none, and the tag is &quot;latest&quot;.</source>
        <translation>%1：清单没有写明，且标签是“latest”。</translation>
    </message>
    <message>
        <source>%1: the manifest names none, and the tag is not &quot;latest&quot;.</source>
        <translation>%1：清单没有写明，且标签不是“latest”。</translation>
    </message>
    <message>
        <source>%1, though the manifest says %2: the cluster changed it.</source>
        <translation>%1，虽然清单写的是 %2：集群改变了它。</translation>
    </message>
    <message>
        <source>%1. It is the default for the tag &quot;latest&quot;; the manifest may also name it.</source>
        <translation>%1。它是标签“latest”的默认值；也可能由清单写明。</translation>
    </message>
    <message>
        <source>%1. It is the default for any tag but &quot;latest&quot;; the manifest may also name it.</source>
        <translation>%1。它是“latest”以外任何标签的默认值；也可能由清单写明。</translation>
    </message>
    <message>
        <source>The pod does not say which policy is in force.</source>
        <translation>Pod 没有说明生效的是哪个策略。</translation>
    </message>
    <message>
        <source>No node has been chosen yet.</source>
        <translation>尚未选定节点。</translation>
    </message>
    <message>
        <source>%1 has the image.</source>
        <translation>%1 有此镜像。</translation>
    </message>
    <message>
        <source>%1 had the image when the container started.</source>
        <translation>容器启动时 %1 已有此镜像。</translation>
    </message>
    <message>
        <source>%1 did not have the image.</source>
        <translation>%1 当时没有此镜像。</translation>
    </message>
    <message>
        <source>%1 does not list the image, so it probably lacks it.</source>
        <translation>%1 没有列出此镜像，因此很可能没有。</translation>
    </message>
    <message>
        <source>%1 has the image now, after the pull. What it had before is not recorded.</source>
        <translation>拉取之后，%1 现在有此镜像。之前有没有，没有记录。</translation>
    </message>
    <message>
        <source>Ask the registry at each start. Layers that are on the node are not downloaded again.</source>
        <translation>每次启动都询问仓库。节点上已有的层不会再次下载。</translation>
    </message>
    <message>
        <source>Use the image on the node; the registry is not asked.</source>
        <translation>使用节点上的镜像；不询问仓库。</translation>
    </message>
    <message>
        <source>Pull the image, because the node does not have it.</source>
        <translation>拉取镜像，因为节点上没有。</translation>
    </message>
    <message>
        <source>Use the image if the node has it, else pull it.</source>
        <translation>节点上有就使用，否则拉取。</translation>
    </message>
    <message>
        <source>Refuse to start: the node does not have the image, and Never forbids asking a registry.</source>
        <translation>拒绝启动：节点上没有此镜像，而 Never 禁止询问仓库。</translation>
    </message>
    <message>
        <source>Use the image if the node has it, else refuse; no registry is asked.</source>
        <translation>节点上有就使用，否则拒绝；不询问任何仓库。</translation>
    </message>
    <message>
        <source>Refuse to start: the name cannot be read.</source>
        <translation>拒绝启动：名称无法解析。</translation>
    </message>
    <message>
        <source>Nothing yet: a node comes first.</source>
        <translation>暂时无事可做：先要有节点。</translation>
    </message>
    <message>
        <source>Pulled in %1.</source>
        <translation>拉取用时 %1。</translation>
    </message>
    <message>
        <source>Pulled in %1, %2 with the wait in the queue.</source>
        <translation>拉取用时 %1，含排队共 %2。</translation>
    </message>
    <message>
        <source>Pulled; how long it took is not recorded.</source>
        <translation>已拉取；用时没有记录。</translation>
    </message>
    <message>
        <source>Already present on the machine: nothing was pulled.</source>
        <translation>机器上已有：没有拉取。</translation>
    </message>
    <message>
        <source>Pulling, or waiting for its turn in the node&apos;s pull queue, for %1.</source>
        <translation>正在拉取，或在节点的拉取队列中等待，已 %1。</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>已启动。</translation>
    </message>
    <message>
        <source>Running; the events of its start are gone or were never sent.</source>
        <translation>正在运行；启动时的事件已过期或从未发送。</translation>
    </message>
    <message>
        <source>Restarted %1 times.</source>
        <translation>已重启 %1 次。</translation>
    </message>
    <message>
        <source>Ended: %1.</source>
        <translation>已结束：%1。</translation>
    </message>
    <message>
        <source>Refused %1 times over %2: not on the node, and no registry was asked.</source>
        <translation>在 %2 内拒绝了 %1 次：节点上没有镜像，也没有询问任何仓库。</translation>
    </message>
    <message>
        <source>Refused: not on the node, and no registry was asked.</source>
        <translation>已拒绝：节点上没有镜像，也没有询问任何仓库。</translation>
    </message>
    <message>
        <source>The pull failed: %1.</source>
        <translation>拉取失败：%1。</translation>
    </message>
    <message>
        <source>The pull failed: %1. The kubelet waits before it tries again.</source>
        <translation>拉取失败：%1。kubelet 会等待一段时间再试。</translation>
    </message>
    <message>
        <source>Waiting: %1.</source>
        <translation>等待中：%1。</translation>
    </message>
    <message>
        <source>Not scheduled yet.</source>
        <translation>尚未调度。</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>尚无记录。</translation>
    </message>
    <message>
        <source>rule: Always asks the registry at each start</source>
        <translation>规则：Always 每次启动都询问镜像仓库</translation>
    </message>
    <message>
        <source>rule: IfNotPresent pulls only what is absent</source>
        <translation>规则：IfNotPresent 只拉取节点上没有的镜像</translation>
    </message>
    <message>
        <source>rule: the default would be %1</source>
        <translation>规则：默认值应为 %1</translation>
    </message>
    <message>
        <source>rule: this is also the default for the reference</source>
        <translation>规则：这也是该引用的默认值</translation>
    </message>
    <message>
        <source>rule: the API server does not check image names</source>
        <translation>规则：API 服务器不检查镜像名称</translation>
    </message>
    <message>
        <source>rule: the entry&apos;s host and port must be equal, its path a prefix</source>
        <translation>规则：条目的主机与端口必须相同，路径必须是前缀</translation>
    </message>
    <message>
        <source>rule: layers that are on the node are not sent again</source>
        <translation>规则：节点上已有的层不会再次传输</translation>
    </message>
    <message>
        <source>rule: the kubelet&apos;s sync</source>
        <translation>规则：kubelet 的同步</translation>
    </message>
    <message>
        <source>rule: the wait doubles from 10 s to 5 min</source>
        <translation>规则：等待时间从 10 秒起逐次加倍，最长 5 分钟</translation>
    </message>
    <message>
        <source>rule: the kubelet&apos;s EnsureImageExists</source>
        <translation>规则：kubelet 的 EnsureImageExists</translation>
    </message>
    <message>
        <source>rule: containers of a pod start one after the other</source>
        <translation>规则：Pod 的容器依次启动</translation>
    </message>
    <message>
        <source>nothing is recorded</source>
        <translation>没有任何记录</translation>
    </message>
    <message>
        <source>the manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>the stored object</source>
        <translation>已存储的对象</translation>
    </message>
    <message>
        <source>the stored object; rule: only an empty policy is defaulted, and once</source>
        <translation>已存储的对象；规则：只有空的策略才会取默认值，且只取一次</translation>
    </message>
    <message>
        <source>What %1 has cannot be told: the node is not known.</source>
        <translation>无法判断 %1 上有什么：该节点未知。</translation>
    </message>
    <message>
        <source>What %1 has cannot be told: the reference cannot be read.</source>
        <translation>无法判断 %1 上有什么：镜像引用无法解析。</translation>
    </message>
    <message>
        <source>What %1 has cannot be told: it reports no images.</source>
        <translation>无法判断 %1 上有什么：它没有上报任何镜像。</translation>
    </message>
    <message>
        <source>%1 does not list the image, but its list is full: the smallest are left out.</source>
        <translation>%1 没有列出该镜像，但它的列表已满：最小的镜像被略去。</translation>
    </message>
    <message>
        <source>%1 does not list the image, but it lists five names of an image at most, and may have more.</source>
        <translation>%1 没有列出该镜像，但它对每个镜像最多列出五个名称，可能还有更多。</translation>
    </message>
    <message>
        <source>%1 does not list the image, but CRI-O may look a short name up in another registry.</source>
        <translation>%1 没有列出该镜像，但 CRI-O 可能到别的镜像仓库查找短名称。</translation>
    </message>
</context>
<context>
    <name>style::AccessWords</name>
    <message>
        <source>%1 runs a program to log in: %2</source>
        <translation>%1 登录时运行程序：%2</translation>
    </message>
    <message>
        <source>%1 reads a file outside the kubeconfig&apos;s folder (%2) and may send it to its server: %3</source>
        <translation>%1 读取 kubeconfig 文件夹之外的文件（%2），并可能将其发送到其服务器：%3</translation>
    </message>
    <message>
        <source>%1 does not check the server&apos;s certificate</source>
        <translation>%1 不检查服务器证书</translation>
    </message>
    <message>
        <source>%1 talks to its server without TLS</source>
        <translation>%1 与服务器通信不使用 TLS</translation>
    </message>
    <message>
        <source>%1 goes through a proxy: %2</source>
        <translation>%1 经由代理：%2</translation>
    </message>
    <message>
        <source>%1 renews its token at %2</source>
        <translation>%1 在 %2 更新令牌</translation>
    </message>
    <message>
        <source>Everyone may change this file or its folder; none of its programs is run</source>
        <translation>任何人都可以更改此文件或其文件夹；其中的程序一律不运行</translation>
    </message>
    <message>
        <source>Others on this machine may read this file and the secrets in it</source>
        <translation>本机的其他用户可以读取此文件及其中的机密</translation>
    </message>
    <message>
        <source>The file belongs to somebody else</source>
        <translation>此文件属于他人</translation>
    </message>
</context>
<context>
    <name>style::Settings</name>
    <message>
        <source>%1 could not be read. What it said is forgotten.</source>
        <translation>无法读取 %1。其中的内容已被忽略。</translation>
    </message>
    <message>
        <source>%1 cannot be written. What you choose is forgotten when Gantry ends.</source>
        <translation>无法写入 %1。Gantry 退出后，您的选择不会保留。</translation>
    </message>
</context>
<context>
    <name>style::StateWords</name>
    <message>
        <source>pods in all namespaces</source>
        <translation>所有命名空间中的 Pod</translation>
    </message>
    <message>
        <source>pods in namespace %1</source>
        <translation>命名空间 %1 中的 Pod</translation>
    </message>
    <message>
        <source>events in all namespaces</source>
        <translation>所有命名空间中的事件</translation>
    </message>
    <message>
        <source>events in namespace %1</source>
        <translation>命名空间 %1 中的事件</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Attempt %1, next try in %2</source>
        <translation>第 %1 次尝试，将在 %2 后进行</translation>
    </message>
    <message>
        <source>Attempt %1 is under way</source>
        <translation>正在进行第 %1 次尝试</translation>
    </message>
    <message>
        <source>data as of %1</source>
        <translation>数据截至 %1</translation>
    </message>
    <message>
        <source>data as of %1, %2 old</source>
        <translation>数据截至 %1，已有 %2</translation>
    </message>
    <message>
        <source>The cluster is not being read</source>
        <translation>当前未读取该集群</translation>
    </message>
    <message>
        <source>Login needed</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>Log in again or renew the token or client certificate in the kubeconfig, then retry.</source>
        <translation>请重新登录，或更新 kubeconfig 中的令牌或客户端证书，然后重试。</translation>
    </message>
    <message>
        <source>You may not watch %1</source>
        <translation>您无权监视（watch）%1</translation>
    </message>
    <message>
        <source>You may not list %1</source>
        <translation>您无权列出（list）%1</translation>
    </message>
    <message>
        <source>Choose a namespace that you may read, or ask for a role that allows this.</source>
        <translation>请选择您有权读取的命名空间，或申请允许此操作的角色。</translation>
    </message>
    <message>
        <source>Ask for a cluster role that allows this. Everything else works on.</source>
        <translation>请申请允许此操作的集群角色。其他功能照常工作。</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Nothing is read from this cluster now.</source>
        <translation>目前不从该集群读取任何内容。</translation>
    </message>
    <message>
        <source>Waiting for login</source>
        <translation>正在等待登录</translation>
    </message>
    <message>
        <source>This program logs in. It may have opened a browser. When it is done, the cluster is asked; there was no answer yet.</source>
        <translation>此程序负责登录，它可能已打开浏览器。完成后将询问集群；目前尚无应答。</translation>
    </message>
    <message>
        <source>Connecting to the cluster</source>
        <translation>正在连接集群</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>尚无应答。</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在加载%1</translation>
    </message>
    <message>
        <source>%1 of about %2</source>
        <translation>%1 / 约 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n so far</source>
        <translation>
            <numerusform>目前 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>What is shown was never complete.</source>
        <translation>显示的内容从未完整。</translation>
    </message>
    <message>
        <source>What is shown is as of %1, %2 old.</source>
        <translation>显示的内容截至 %1，已有 %2。</translation>
    </message>
    <message>
        <source>Not connected.</source>
        <translation>未连接。</translation>
    </message>
    <message>
        <source>Stale since %1: %2.</source>
        <translation>自 %1 起过时：%2。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>The cluster&apos;s state went back in time at %1, as after a restored backup. Everything was read again; what was created since that backup may be gone.</source>
        <translation>集群状态在 %1 回退到了过去，如同恢复了备份。所有内容已重新读取；该备份之后创建的内容可能已丢失。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n namespace(s) may not be read: %2</source>
        <translation>
            <numerusform>%n 个命名空间中有 %1 个无权读取：%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s) may not be read: %1</source>
        <translation>
            <numerusform>有 %n 个命名空间无权读取：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) could not be read and are not shown.</source>
        <translation>
            <numerusform>有 %n 个对象无法读取，未显示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Log in as your provider asks, or run this in a terminal, then retry: %1</source>
        <translation>请按提供商的要求登录，或在终端中运行以下命令，然后重试：%1</translation>
    </message>
    <message>
        <source>Renew the token in %1, then retry.</source>
        <translation>请更新 %1 中的令牌，然后重试。</translation>
    </message>
    <message>
        <source>Renew the client certificate that %1 names, then retry.</source>
        <translation>请更新 %1 所指定的客户端证书，然后重试。</translation>
    </message>
    <message>
        <source>Renew the token or password in %1, then retry.</source>
        <translation>请更新 %1 中的令牌或密码，然后重试。</translation>
    </message>
    <message>
        <source>%1 names no credentials for this user. Add them, then retry.</source>
        <translation>%1 没有为此用户指定凭据。请添加后重试。</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a namespace</source>
        <translation>选择命名空间</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Look at It…</source>
        <translation>查看…</translation>
    </message>
</context>
<context>
    <name>style::Wording</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>已过时</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Loading %1 of %2</source>
        <translation>正在加载 %1 / %2</translation>
    </message>
    <message>
        <source>Loading, %1 so far</source>
        <translation>正在加载，已有 %1 个</translation>
    </message>
    <message>
        <source>Stale since %1</source>
        <translation>自 %1 起过时</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>unknown reason</source>
        <translation>原因不明</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>wrong input</source>
        <translation>输入有误</translation>
    </message>
    <message>
        <source>file not readable</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>kubeconfig is wrong</source>
        <translation>kubeconfig 有误</translation>
    </message>
    <message>
        <source>server unreachable</source>
        <translation>服务器无法访问</translation>
    </message>
    <message>
        <source>certificate not trusted</source>
        <translation>证书不受信任</translation>
    </message>
    <message>
        <source>not logged in</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>already exists</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>version too old</source>
        <translation>版本过旧</translation>
    </message>
    <message>
        <source>refused as invalid</source>
        <translation>因无效被拒绝</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>请求过多</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>服务器错误</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>无法理解的回答</translation>
    </message>
    <message>
        <source>The API server does not answer</source>
        <translation>API 服务器没有应答</translation>
    </message>
    <message>
        <source>Check that the cluster runs, and the network, VPN or proxy on the way to it. Gantry goes on trying.</source>
        <translation>请检查集群是否在运行，以及通往它的网络、VPN 或代理。Gantry 会继续尝试。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not trusted</source>
        <translation>服务器的证书不受信任</translation>
    </message>
    <message>
        <source>Check certificate-authority and the server&apos;s name in the kubeconfig, and that no certificate has expired.</source>
        <translation>请检查 kubeconfig 中的 certificate-authority 和服务器名称，以及证书是否已过期。</translation>
    </message>
    <message>
        <source>The server does not accept your credentials</source>
        <translation>服务器不接受你的凭据</translation>
    </message>
    <message>
        <source>Log in again or renew the token or client certificate in the kubeconfig, then retry.</source>
        <translation>请重新登录，或更新 kubeconfig 中的令牌或客户端证书，然后重试。</translation>
    </message>
    <message>
        <source>You may not list this</source>
        <translation>你无权列出这些对象</translation>
    </message>
    <message>
        <source>Choose a namespace that you may read, or ask for the role that the message names.</source>
        <translation>请选择你有权读取的命名空间，或申请消息中提到的角色。</translation>
    </message>
    <message>
        <source>The kubeconfig cannot be used</source>
        <translation>kubeconfig 无法使用</translation>
    </message>
    <message>
        <source>Correct the file and retry, or open another one.</source>
        <translation>请更正文件后重试，或打开另一个文件。</translation>
    </message>
    <message>
        <source>The server asks to slow down</source>
        <translation>服务器要求放慢速度</translation>
    </message>
    <message>
        <source>Gantry waits as long as the server says and tries again.</source>
        <translation>Gantry 会按服务器要求的时间等待后再试。</translation>
    </message>
    <message>
        <source>The cluster cannot be read</source>
        <translation>无法读取集群</translation>
    </message>
    <message>
        <source>Retry. If it happens again, the message above says what the server objects to.</source>
        <translation>请重试。如果再次发生，上面的消息说明了服务器拒绝的原因。</translation>
    </message>
    <message>
        <source>Waiting for a node</source>
        <translation>等待分配节点</translation>
    </message>
    <message>
        <source>Waiting in the node&apos;s pull queue</source>
        <translation>在节点的拉取队列中等待</translation>
    </message>
    <message>
        <source>Waiting for the next try</source>
        <translation>等待下一次尝试</translation>
    </message>
    <message>
        <source>Creating and starting</source>
        <translation>正在创建并启动</translation>
    </message>
    <message>
        <source>Pulling</source>
        <translation>正在拉取</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>ask the registry</source>
        <translation>询问仓库</translation>
    </message>
    <message>
        <source>pull</source>
        <translation>拉取</translation>
    </message>
    <message>
        <source>use the local image</source>
        <translation>使用本地镜像</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>拒绝启动</translation>
    </message>
    <message>
        <source>use the local image or pull</source>
        <translation>使用本地镜像或拉取</translation>
    </message>
    <message>
        <source>use the local image or refuse</source>
        <translation>使用本地镜像或拒绝启动</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>已拉取</translation>
    </message>
    <message>
        <source>pulling</source>
        <translation>正在拉取</translation>
    </message>
    <message>
        <source>already present</source>
        <translation>已在节点上</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>creating</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被终止</translation>
    </message>
    <message>
        <source>Login needed</source>
        <translation>需要登录</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>Not read since %1</source>
        <translation>自 %1 起未读取</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Retry begins anew.</source>
        <translation>重试将重新开始。</translation>
    </message>
    <message>
        <source>The kubeconfig&apos;s login program has not been allowed to run</source>
        <translation>尚未允许运行 kubeconfig 中的登录程序</translation>
    </message>
    <message>
        <source>Retry shows what would run, and asks.</source>
        <translation>重试时会显示将要运行的内容并征求同意。</translation>
    </message>
</context>
<context>
    <name>views::BackOffClock</name>
    <message>
        <source>Back-off</source>
        <translation>退避等待</translation>
    </message>
    <message>
        <source>Next try in %1 or later, from %2</source>
        <translation>最早 %1 后（%2 起）再次尝试</translation>
    </message>
    <message>
        <source>Next try in %1 or later, between %2 and %3</source>
        <translation>最早 %1 后再次尝试，在 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>The next try is due since %1</source>
        <translation>下一次尝试自 %1 起应已开始</translation>
    </message>
    <message>
        <source>The next try was expected by %1; nothing has been heard of it</source>
        <translation>下一次尝试应在 %1 前开始，但没有任何消息</translation>
    </message>
</context>
<context>
    <name>views::ClusterStrip</name>
    <message>
        <source>Open contexts</source>
        <translation>已打开的上下文</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>views::ColumnChooser</name>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Space shows or hides, Alt+Up and Alt+Down move</source>
        <translation>空格键显示或隐藏，Alt+↑ 和 Alt+↓ 移动</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>重置(&amp;S)</translation>
    </message>
    <message>
        <source>The first columns, order and widths</source>
        <translation>恢复最初的列、顺序和宽度</translation>
    </message>
    <message>
        <source>Take a label&apos;s column away</source>
        <translation>移除一个标签列</translation>
    </message>
    <message>
        <source>A label&apos;s key</source>
        <translation>标签的键</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Label column:</source>
        <translation>标签列(&amp;L)：</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>views::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>你想做什么？</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>views::ConflictDialog</name>
    <message>
        <source>(not known)</source>
        <translation>（未知）</translation>
    </message>
    <message>
        <source>%1 itself, when it created or replaced it</source>
        <translation>%1 自身（创建或替换该对象时写入）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation>%1（经由 %2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) of %1 have another owner and another value.</source>
        <translation>
            <numerusform>%1 的 %n 个字段归其他管理者所有，且值不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try Again with This</source>
        <translation>按此重新试运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>属主</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>集群中</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的版本</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Leave it to them</source>
        <translation>留给属主</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>Decision on %1</source>
        <translation>对 %1 的决定</translation>
    </message>
    <message>
        <source>Nothing is taken over.</source>
        <translation>不接管任何字段。</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) are taken over, of this very version of the object only.</source>
        <translation>
            <numerusform>接管 %n 个字段，且仅针对对象的当前版本。</numerusform>
        </translation>
    </message>
    <message>
        <source>A field that is left to its owner is left out of what is sent; your text stays as it is. One that you take over is yours from then on, and its owner may want it back. One whose value you write into your text belongs to both.</source>
        <translation>留给属主的字段不会发送，您的文本保持不变；接管的字段此后归您所有，原属主可能会再次改回；将其值写入您文本的字段归双方共有。</translation>
    </message>
    <message>
        <source>Write theirs into my text</source>
        <translation>将其值写入我的文本</translation>
    </message>
</context>
<context>
    <name>views::ConnectionChip</name>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>连接：%1</translation>
    </message>
</context>
<context>
    <name>views::ConsentDialog</name>
    <message>
        <source>Do not ask again while nothing of this changes</source>
        <translation>以上内容不变时不再询问</translation>
    </message>
    <message>
        <source>Run a Program?</source>
        <translation>运行程序？</translation>
    </message>
    <message>
        <source>To log in to %1, the kubeconfig asks to run a program</source>
        <translation>为登录 %1，kubeconfig 要求运行一个程序</translation>
    </message>
    <message>
        <source>It runs with all your rights. Nothing has been run yet. Allow it only if you know who wrote this kubeconfig.</source>
        <translation>它将以您的全部权限运行。目前尚未运行任何程序。仅当您知道此 kubeconfig 出自何人时才允许。</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>%1 was not found</source>
        <translation>未找到 %1</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>设置变量</translation>
    </message>
    <message>
        <source>no environment variable</source>
        <translation>不设置环境变量</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>请求来自</translation>
    </message>
    <message>
        <source>Logs in at</source>
        <translation>登录到</translation>
    </message>
    <message>
        <source>Run It</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Do Not Run</source>
        <translation>不运行</translation>
    </message>
</context>
<context>
    <name>views::DecisionView</name>
    <message>
        <source>Pull decision</source>
        <translation>拉取决策</translation>
    </message>
    <message>
        <source>Why the container starts, waits or refuses to start, in five steps</source>
        <translation>用五个步骤说明容器为何启动、等待或拒绝启动</translation>
    </message>
    <message>
        <source>Copy explanation</source>
        <translation>复制说明</translation>
    </message>
    <message>
        <source>Copies the whole story as text</source>
        <translation>以文本形式复制全部说明</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>Select a pod</source>
        <translation>请选择一个 Pod</translation>
    </message>
    <message>
        <source>Here stands why its containers start, wait or refuse to start: the image, the policy and where it comes from, what the node has, what the kubelet must do, and what it did.</source>
        <translation>这里说明其容器为何启动、等待或拒绝启动：镜像、策略及其来源、节点上有什么、kubelet 必须做什么以及它做了什么。</translation>
    </message>
    <message>
        <source>As Text</source>
        <translation>为纯文本</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <translation>为 Markdown</translation>
    </message>
</context>
<context>
    <name>views::DeletionFrame</name>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>views::DescribeTree</name>
    <message>
        <source>Description in sections</source>
        <translation>分节显示的描述</translation>
    </message>
</context>
<context>
    <name>views::DescribeView</name>
    <message>
        <source>Describe</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>The selected pod as kubectl describes it</source>
        <translation>以 kubectl describe 的形式显示所选 Pod</translation>
    </message>
    <message>
        <source>No pod is selected</source>
        <translation>未选择 Pod</translation>
    </message>
    <message>
        <source>Select a pod to read its description.</source>
        <translation>选择一个 Pod 以阅读其描述。</translation>
    </message>
    <message>
        <source>The pod is gone</source>
        <translation>Pod 已不存在</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分节</translation>
    </message>
    <message>
        <source>As sections that open and close, or as kubectl&apos;s text</source>
        <translation>以可展开和折叠的分节显示，或以 kubectl 的文本显示</translation>
    </message>
    <message>
        <source>Open All</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Open all sections</source>
        <translation>展开所有分节</translation>
    </message>
    <message>
        <source>Close All</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Close all sections</source>
        <translation>折叠所有分节</translation>
    </message>
    <message>
        <source>Copy Section</source>
        <translation>复制本节</translation>
    </message>
    <message>
        <source>The chosen line and what belongs to it, as text</source>
        <translation>以文本复制所选行及其下的内容</translation>
    </message>
    <message>
        <source>Copy All</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>The whole text, as kubectl prints it</source>
        <translation>完整文本，与 kubectl 的输出一致</translation>
    </message>
    <message>
        <source>The chosen object as kubectl describes it</source>
        <translation>以 kubectl describe 的形式显示所选对象</translation>
    </message>
    <message>
        <source>Reading the object…</source>
        <translation>正在读取对象…</translation>
    </message>
    <message>
        <source>The object is gone</source>
        <translation>对象已不存在</translation>
    </message>
    <message>
        <source>No object is chosen</source>
        <translation>未选择对象</translation>
    </message>
    <message>
        <source>Choose an object to read its description.</source>
        <translation>选择一个对象以查看其描述。</translation>
    </message>
</context>
<context>
    <name>views::DiffView</name>
    <message>
        <source>One Below the Other</source>
        <translation>上下排列</translation>
    </message>
    <message>
        <source>One text below the other</source>
        <translation>两段文本上下排列</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Left text</source>
        <translation>左侧文本</translation>
    </message>
    <message>
        <source>Right text</source>
        <translation>右侧文本</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>上一处差异</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>下一处差异</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>没有差异</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n 处差异</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::EditorActions</name>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>New manifest, empty or from a template</source>
        <translation>新建清单：空白或来自模板</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the manifest</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save the manifest under another name</source>
        <translation>用另一个名称保存清单</translation>
    </message>
    <message>
        <source>Toggle Comment</source>
        <translation>切换注释</translation>
    </message>
    <message>
        <source>Comment the selected lines, or take the comment away</source>
        <translation>注释所选行，或取消注释</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Create every object of this manifest</source>
        <translation>创建此清单中的所有对象</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Create or change every object of this manifest</source>
        <translation>创建或更改此清单中的所有对象</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete every object of this manifest</source>
        <translation>删除此清单中的所有对象</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>Pull policy stories</source>
        <translation>拉取策略示例</translation>
    </message>
    <message>
        <source>1  latest, no policy</source>
        <translation>1  latest，未写策略</translation>
    </message>
    <message>
        <source>2  version tag, no policy</source>
        <translation>2  版本标签，未写策略</translation>
    </message>
    <message>
        <source>3  version tag, Always</source>
        <translation>3  版本标签，Always</translation>
    </message>
    <message>
        <source>4  version tag, IfNotPresent</source>
        <translation>4  版本标签，IfNotPresent</translation>
    </message>
    <message>
        <source>5  version tag, Never</source>
        <translation>5  版本标签，Never</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>替换…</translation>
    </message>
    <message>
        <source>Find and replace in the text</source>
        <translation>在文本中查找并替换</translation>
    </message>
    <message>
        <source>Find Next</source>
        <translation>查找下一个</translation>
    </message>
    <message>
        <source>Go to the next match</source>
        <translation>转到下一处匹配</translation>
    </message>
    <message>
        <source>Find Previous</source>
        <translation>查找上一个</translation>
    </message>
    <message>
        <source>Go to the match before</source>
        <translation>转到上一处匹配</translation>
    </message>
    <message>
        <source>Go to Line…</source>
        <translation>转到行…</translation>
    </message>
    <message>
        <source>Go to a line by its number</source>
        <translation>按行号转到某一行</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>Hide the block that the cursor is in</source>
        <translation>隐藏光标所在的块</translation>
    </message>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Show what is hidden in this line</source>
        <translation>显示此行中隐藏的内容</translation>
    </message>
    <message>
        <source>Fold All</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Hide all inner lines</source>
        <translation>隐藏所有内层行</translation>
    </message>
    <message>
        <source>Unfold All</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>显示所有行</translation>
    </message>
    <message>
        <source>Not saved, from before</source>
        <translation>上次未保存</translation>
    </message>
    <message>
        <source>Compare with File…</source>
        <translation>与文件比较…</translation>
    </message>
    <message>
        <source>What differs between the text and its file</source>
        <translation>文本与其文件之间的差异</translation>
    </message>
    <message>
        <source>Replace in the Cluster</source>
        <translation>替换集群中的对象</translation>
    </message>
    <message>
        <source>Put every object of this manifest in the place of the one in the cluster, if that is still as it was read</source>
        <translation>用此清单中的每个对象替换集群中的对应对象，前提是其自读取后未变</translation>
    </message>
    <message>
        <source>Open one or several manifest files</source>
        <translation>打开一个或多个清单文件</translation>
    </message>
    <message>
        <source>Open Folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open all *.yaml, *.yml and *.json of a folder, as kubectl apply -f does</source>
        <translation>打开文件夹中所有的 *.yaml、*.yml 和 *.json，与 kubectl apply -f 相同</translation>
    </message>
    <message>
        <source>Open Folder with Sub-folders…</source>
        <translation>打开文件夹及其子文件夹…</translation>
    </message>
    <message>
        <source>The same with all folders in it, as kubectl&apos;s -R</source>
        <translation>同上，并包含其中的所有文件夹，与 kubectl 的 -R 相同</translation>
    </message>
    <message>
        <source>Save All</source>
        <translation>全部保存</translation>
    </message>
    <message>
        <source>Save every file that was changed</source>
        <translation>保存每个更改过的文件</translation>
    </message>
    <message>
        <source>Next File</source>
        <translation>下一个文件</translation>
    </message>
    <message>
        <source>Show the next of the open files</source>
        <translation>显示已打开文件中的下一个</translation>
    </message>
    <message>
        <source>Previous File</source>
        <translation>上一个文件</translation>
    </message>
    <message>
        <source>Show the open file before</source>
        <translation>显示已打开文件中的上一个</translation>
    </message>
    <message>
        <source>Close File</source>
        <translation>关闭文件</translation>
    </message>
    <message>
        <source>Take this file away from the open ones</source>
        <translation>从已打开的文件中移除此文件</translation>
    </message>
    <message>
        <source>Only This File</source>
        <translation>仅此文件</translation>
    </message>
    <message>
        <source>Create, apply, replace and delete only what is in the file that is shown</source>
        <translation>仅创建、应用、替换和删除当前显示的文件中的内容</translation>
    </message>
</context>
<context>
    <name>views::EditorAssist</name>
    <message>
        <source>Next Problem</source>
        <translation>下一个问题</translation>
    </message>
    <message>
        <source>Go to the next error, warning or note</source>
        <translation>转到下一个错误、警告或提示</translation>
    </message>
    <message>
        <source>Previous Problem</source>
        <translation>上一个问题</translation>
    </message>
    <message>
        <source>Go to the error, warning or note before</source>
        <translation>转到上一个错误、警告或提示</translation>
    </message>
    <message>
        <source>Explain Field</source>
        <translation>解释字段</translation>
    </message>
    <message>
        <source>What the field at the cursor means</source>
        <translation>光标处字段的含义</translation>
    </message>
    <message>
        <source>Quick Fix…</source>
        <translation>快速修复…</translation>
    </message>
    <message>
        <source>Edits that are offered for this line</source>
        <translation>可用于此行的修改</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Offer what may stand at the cursor</source>
        <translation>列出光标处可以填写的内容</translation>
    </message>
    <message>
        <source>Nothing is known of a field here.</source>
        <translation>这里没有已知的字段。</translation>
    </message>
    <message>
        <source>Nothing is offered for this line.</source>
        <translation>此行没有可用的修改。</translation>
    </message>
</context>
<context>
    <name>views::EditorFile</name>
    <message>
        <source>This is a folder.</source>
        <translation>这是一个文件夹。</translation>
    </message>
    <message>
        <source>The file is larger than 16 MiB; no API server takes that.</source>
        <translation>文件大于 16 MiB，没有 API 服务器会接受。</translation>
    </message>
    <message>
        <source>This is not a regular file.</source>
        <translation>这不是普通文件。</translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <translation>无法读取此文件夹。</translation>
    </message>
    <message>
        <source>Not looked through: there is too much in it and in the folders before it.</source>
        <translation>未继续查看：此文件夹和前面的文件夹中内容过多。</translation>
    </message>
    <message>
        <source>There is no *.yaml, *.yml or *.json in this folder.</source>
        <translation>此文件夹中没有 *.yaml、*.yml 或 *.json。</translation>
    </message>
    <message numerus="yes">
        <source>Not opened, as at most 500 files of 64 MiB together are open at once: %n file(s)</source>
        <translation>
            <numerusform>有 %n 个文件未打开：最多可同时打开 500 个文件，总共 64 MiB</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::EditorPanel</name>
    <message>
        <source>YAML editor</source>
        <translation>YAML 编辑器</translation>
    </message>
    <message>
        <source>untitled.yaml</source>
        <translation>未命名.yaml</translation>
    </message>
    <message>
        <source>Unsaved Changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 有未保存的更改。</translation>
    </message>
    <message>
        <source>Manifests (*.yaml *.yml *.json)</source>
        <translation>清单 (*.yaml *.yml *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save Manifest</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>Changed on Disk</source>
        <translation>磁盘上已更改</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened. Saving replaces that.</source>
        <translation>%1 打开后已被其他程序更改。保存会覆盖那些更改。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未保存</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>第 %1 行，第 %2 列</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 个文档</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>What you write is not kept until you save it: %1 (%2)</source>
        <translation>保存之前，您输入的内容不会被保留：%1（%2）</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Gantry ended before %1 was saved; this is what was written.</source>
        <translation>Gantry 在 %1 保存之前结束；这里是当时写下的内容。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Go to Line</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Line, 1 to %1:</source>
        <translation>行号，1 到 %1：</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>磁盘上的版本</translation>
    </message>
    <message>
        <source>Damaged: %1, %2</source>
        <translation>已损坏：%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of what was not saved are damaged. What can be read of them is under New.</source>
        <translation>
            <numerusform>%n 份未保存内容的草稿已损坏。其中仍可读取的部分在“新建”中。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>This draft is damaged: the text may lack something or be wrong. Its file stays as %1.</source>
        <translation>此草稿已损坏：文本可能有缺失或错误。其文件保留为 %1。</translation>
    </message>
    <message>
        <source>The values of Secrets are not kept in drafts: they are as they were when it was opened, or empty.</source>
        <translation>草稿不保留 Secret 的值：它们是打开时的值，或者为空。</translation>
    </message>
    <message>
        <source>Open Manifests</source>
        <translation>打开清单</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have changes that are not saved: %1</source>
        <translation>
            <numerusform>%n 个文件有未保存的更改：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2/%3)</translation>
    </message>
</context>
<context>
    <name>views::EditorSending</name>
    <message>
        <source>%1/%2: not sent, as one before it failed</source>
        <translation>%1/%2：未发送，因为前面的文档失败</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The text changed while it was read: nothing was sent.</source>
        <translation>读取期间文本已更改：未发送任何内容。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>There is nothing to send: the text has no document.</source>
        <translation>没有可发送的内容：文本中没有文档。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>未发送任何内容。</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
</context>
<context>
    <name>views::EventTable</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>没有事件</translation>
    </message>
    <message>
        <source>No events of this pod</source>
        <translation>此 Pod 没有事件</translation>
    </message>
    <message>
        <source>Kubernetes keeps events for one hour. What happens from now on appears here.</source>
        <translation>Kubernetes 只保留一小时内的事件。今后发生的事件会显示在这里。</translation>
    </message>
    <message>
        <source>Selected pod</source>
        <translation>选中的 Pod</translation>
    </message>
    <message>
        <source>It and its owners</source>
        <translation>它及其属主</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>所有事件</translation>
    </message>
    <message>
        <source>Which events are shown</source>
        <translation>显示哪些事件</translation>
    </message>
    <message>
        <source>Events of the selected pod, of what owns it too, or of everything in the namespace</source>
        <translation>选中的 Pod 的事件，连同其属主的事件，或命名空间内的所有事件</translation>
    </message>
    <message>
        <source>Events since %1; what was before may have expired</source>
        <translation>%1 以来的事件；更早的可能已过期</translation>
    </message>
    <message>
        <source>Right unfolds events that were repeated, Left folds them</source>
        <translation>按右键展开重复的事件，按左键收起</translation>
    </message>
</context>
<context>
    <name>views::FailureCard</name>
    <message>
        <source>The kubelet&apos;s own words</source>
        <translation>kubelet 的原文</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>The container cannot start</source>
        <translation>容器无法启动</translation>
    </message>
</context>
<context>
    <name>views::FilterField</name>
    <message>
        <source>How the word may go on</source>
        <translation>这个词可以怎样继续</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Character %1: %2. The list is filtered as before.</source>
        <translation>第 %1 个字符：%2。列表仍按之前的条件筛选。</translation>
    </message>
</context>
<context>
    <name>views::FilterMenu</name>
    <message>
        <source>Filters</source>
        <translation>筛选器</translation>
    </message>
    <message>
        <source>Quick views and saved filters (F4)</source>
        <translation>快捷视图和已保存的筛选 (F4)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>&amp;Save This Filter…</source>
        <translation>保存此筛选(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>删除(&amp;F)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>views::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace this match</source>
        <translation>替换这一处</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Replace all matches</source>
        <translation>替换所有匹配</translation>
    </message>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>已替换 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Not an expression: %1</source>
        <translation>不是有效的表达式：%1</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replaced so far…</source>
        <translation>
            <numerusform>已替换 %n 处…</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在查找…</translation>
    </message>
</context>
<context>
    <name>views::HelpSheet</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Show why the pod is as it is</source>
        <translation>显示 Pod 为何处于此状态</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave the filter</source>
        <translation>离开筛选框</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+回车</translation>
    </message>
    <message>
        <source>Editor: apply</source>
        <translation>编辑器：应用</translation>
    </message>
    <message>
        <source>Ctrl+S, Ctrl+O</source>
        <translation>Ctrl+S、Ctrl+O</translation>
    </message>
    <message>
        <source>Editor: save, open</source>
        <translation>编辑器：保存、打开</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Ctrl+/</translation>
    </message>
    <message>
        <source>Editor: comment lines</source>
        <translation>编辑器：注释行</translation>
    </message>
    <message>
        <source>Ctrl+wheel, + and -</source>
        <translation>Ctrl+滚轮、+ 和 -</translation>
    </message>
    <message>
        <source>Timeline: zoom</source>
        <translation>时间线：缩放</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Timeline: lanes and time</source>
        <translation>时间线：泳道与时间</translation>
    </message>
    <message>
        <source>Timeline: fit</source>
        <translation>时间线：适合窗口</translation>
    </message>
    <message>
        <source>Timeline: go to now</source>
        <translation>时间线：转到现在</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Filter: words that all must match; status: node: image: name: ns: policy: owner: ip: label: look in one place; is: finds pods by how they stand; age&gt;1h, restarts&gt;3, ready&lt;1 compare; quotes keep spaces; a leading - or ! excludes. Ctrl+Space shows what may follow.</source>
        <translation>筛选：所有词都必须匹配；status: node: image: name: ns: policy: owner: ip: label: 只在一处查找；is: 按状态查找 Pod；age&gt;1h、restarts&gt;3、ready&lt;1 进行比较；引号保留空格；开头的 - 或 ! 表示排除。Ctrl+空格 显示可以接着写什么。</translation>
    </message>
</context>
<context>
    <name>views::ImageMatrixView</name>
    <message>
        <source>Used by pods</source>
        <translation>Pod 使用的</translation>
    </message>
    <message>
        <source>Never would fail</source>
        <translation>Never 会失败的</translation>
    </message>
    <message>
        <source>All on nodes too</source>
        <translation>包括仅在节点上的</translation>
    </message>
    <message>
        <source>Images shown</source>
        <translation>显示的镜像</translation>
    </message>
    <message>
        <source>Filter images, e.g. nginx -alpine</source>
        <translation>筛选镜像，例如 nginx -alpine</translation>
    </message>
    <message>
        <source>Filter images</source>
        <translation>筛选镜像</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Images on nodes</source>
        <translation>节点上的镜像</translation>
    </message>
    <message>
        <source>No images yet</source>
        <translation>还没有镜像</translation>
    </message>
    <message>
        <source>Each image that a pod uses or a node lists is a row here, each node a column.</source>
        <translation>Pod 使用或节点列出的每个镜像为一行，每个节点为一列。</translation>
    </message>
    <message>
        <source>No image is surely missing on a node</source>
        <translation>没有镜像确定缺失于某节点</translation>
    </message>
    <message>
        <source>No image matches the filter</source>
        <translation>没有镜像符合筛选条件</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) are hidden.</source>
        <translation>
            <numerusform>隐藏了 %n 个镜像。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all images</source>
        <translation>显示所有镜像</translation>
    </message>
</context>
<context>
    <name>views::KindView</name>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>The chosen object as YAML</source>
        <translation>所选对象的 YAML</translation>
    </message>
    <message>
        <source>How true the objects are</source>
        <translation>对象数据的时效</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind of the objects: type a part of its name</source>
        <translation>对象的类型：输入名称的一部分</translation>
    </message>
    <message>
        <source>Filter objects</source>
        <translation>筛选对象</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽表</translation>
    </message>
    <message>
        <source>All columns that the server has</source>
        <translation>服务器提供的所有列</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Show the pods of the chosen object</source>
        <translation>显示所选对象的 Pod</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>属主</translation>
    </message>
    <message>
        <source>Go to what owns the chosen object</source>
        <translation>转到所选对象的属主</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Read the chosen object as YAML; a Secret without its values</source>
        <translation>以 YAML 查看所选对象；Secret 不显示其值</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Delete the chosen object, after a question</source>
        <translation>确认后删除所选对象</translation>
    </message>
    <message>
        <source>No object has this text</source>
        <translation>没有对象包含此文本</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Open the chosen object in the editor (E); a Secret without its values</source>
        <translation>在编辑器中打开所选对象 (E)；Secret 不含其值</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>The chosen object as kubectl describes it, with its events (D)</source>
        <translation>以 kubectl describe 的形式显示所选对象及其事件 (D)</translation>
    </message>
</context>
<context>
    <name>views::LaneWords</name>
    <message>
        <source>image volume</source>
        <translation>镜像卷</translation>
    </message>
    <message>
        <source>Waiting for a node</source>
        <translation>等待节点</translation>
    </message>
    <message>
        <source>Waiting in the pull queue</source>
        <translation>在拉取队列中等待</translation>
    </message>
    <message>
        <source>Pulling the image</source>
        <translation>正在拉取镜像</translation>
    </message>
    <message>
        <source>Creating and starting</source>
        <translation>正在创建并启动</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>退避等待</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>No evidence</source>
        <translation>没有证据</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已调度</translation>
    </message>
    <message>
        <source>Pull begins</source>
        <translation>开始拉取</translation>
    </message>
    <message>
        <source>Pulled</source>
        <translation>已拉取</translation>
    </message>
    <message>
        <source>Image already present</source>
        <translation>镜像已存在</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>已启动</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>init</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>边车</translation>
    </message>
    <message>
        <source>ephemeral</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>unknown time</source>
        <translation>时间未知</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>从 %1</translation>
    </message>
    <message>
        <source>Still going on, for %1</source>
        <translation>仍在进行，已 %1</translation>
    </message>
    <message>
        <source>To %1, %2</source>
        <translation>至 %1，%2</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>证据：%1</translation>
    </message>
    <message>
        <source>%1: event %2</source>
        <translation>%1：事件 %2</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>在 %1</translation>
    </message>
    <message>
        <source>%1 times, last at %2</source>
        <translation>%1 次，最后一次在 %2</translation>
    </message>
    <message>
        <source>One of %1 at this place; zoom in to see each</source>
        <translation>此处有 %1 个；放大可逐个查看</translation>
    </message>
</context>
<context>
    <name>views::LogBar</name>
    <message>
        <source>init</source>
        <translation>init</translation>
    </message>
    <message>
        <source>sidecar</source>
        <translation>sidecar</translation>
    </message>
    <message>
        <source>ephemeral</source>
        <translation>临时</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>How much of the log</source>
        <translation>日志范围</translation>
    </message>
    <message>
        <source>How much of the log is read</source>
        <translation>读取多少日志</translation>
    </message>
    <message>
        <source>Last 10,000 lines</source>
        <translation>最后 10,000 行</translation>
    </message>
    <message>
        <source>Last 5 minutes</source>
        <translation>最近 5 分钟</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>最近 1 小时</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最近 1 天</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Find (regular expression)</source>
        <translation>查找（正则表达式）</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>在日志中查找</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>New lines appear as they are written</source>
        <translation>新行写出后立即显示</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上次运行</translation>
    </message>
    <message>
        <source>The log of the run before the last restart</source>
        <translation>上次重启之前那次运行的日志</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>The time at which each line was written</source>
        <translation>每一行写出的时间</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Long lines go on in the next row</source>
        <translation>长行在下一行继续显示</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>The found line before this one</source>
        <translation>上一个匹配的行</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>The next found line</source>
        <translation>下一个匹配的行</translation>
    </message>
    <message>
        <source>End</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>To the newest line</source>
        <translation>转到最新的行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The selected lines, or all, to the clipboard</source>
        <translation>将所选的行或全部行复制到剪贴板</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Write all lines, as the container wrote them, into a file</source>
        <translation>将所有行按容器写出的原样存入文件</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Container whose log is shown, or several together</source>
        <translation>显示哪个容器的日志，或一起显示多个</translation>
    </message>
    <message>
        <source>All containers</source>
        <translation>所有容器</translation>
    </message>
    <message>
        <source>All pods of %1</source>
        <translation>%1 的所有 Pod</translation>
    </message>
    <message numerus="yes">
        <source>%n selected pod(s)</source>
        <translation>
            <numerusform>所选的 %n 个 Pod</numerusform>
        </translation>
    </message>
    <message>
        <source>All shown pods</source>
        <translation>显示的所有 Pod</translation>
    </message>
</context>
<context>
    <name>views::LogText</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>views::LogView</name>
    <message>
        <source>Pull story of the container</source>
        <translation>容器的镜像拉取过程</translation>
    </message>
    <message>
        <source>How the log stands</source>
        <translation>日志的状态</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>No pod is selected</source>
        <translation>未选中 Pod</translation>
    </message>
    <message>
        <source>Select a pod to read its logs.</source>
        <translation>选择一个 Pod 以查看其日志。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Not a pattern: %1</source>
        <translation>不是有效的正则表达式：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 个，共 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Save Log</source>
        <translation>保存日志</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n more log(s) not shown</source>
        <translation>
            <numerusform>%1 · 另有 %n 份日志未显示</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose logs are shown</source>
        <translation>显示的是哪些 Pod 的日志</translation>
    </message>
</context>
<context>
    <name>views::LogWords</name>
    <message>
        <source>The container ended with exit code %1</source>
        <translation>容器已结束，退出码 %1</translation>
    </message>
    <message>
        <source>The container ended with exit code %1 (%2)</source>
        <translation>容器已结束，退出码 %1（%2）</translation>
    </message>
    <message>
        <source>The container waits to start again</source>
        <translation>容器正等待再次启动</translation>
    </message>
    <message>
        <source>The container waits: %1</source>
        <translation>容器正在等待：%1</translation>
    </message>
    <message>
        <source>The log ended</source>
        <translation>日志已结束</translation>
    </message>
    <message>
        <source>Asking for the log…</source>
        <translation>正在请求日志…</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>正在跟随</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The server ended the log while the container runs; it is opened again</source>
        <translation>容器仍在运行，但服务器结束了日志；正在重新打开</translation>
    </message>
    <message>
        <source>Connection lost: %1. It is opened again</source>
        <translation>连接中断：%1。正在重新打开</translation>
    </message>
    <message>
        <source>The log of the run before</source>
        <translation>上次运行的日志</translation>
    </message>
    <message>
        <source>The log as it was when it was read</source>
        <translation>读取时的日志</translation>
    </message>
    <message>
        <source>The pod is gone</source>
        <translation>Pod 已不存在</translation>
    </message>
    <message>
        <source>The log ended; whether the container still runs is not known: %1</source>
        <translation>日志已结束；无法得知容器是否仍在运行：%1</translation>
    </message>
    <message>
        <source>The container has written nothing</source>
        <translation>容器没有写出任何内容</translation>
    </message>
    <message>
        <source>Only a part of the log was asked for; see above.</source>
        <translation>只请求了日志的一部分，见上方。</translation>
    </message>
    <message>
        <source>The container has written nothing yet</source>
        <translation>容器尚未写出任何内容</translation>
    </message>
    <message>
        <source>Logs may not be read here</source>
        <translation>无权读取此处的日志</translation>
    </message>
    <message>
        <source>Ask for the verb get on pods/log in namespace %1.</source>
        <translation>请申请命名空间 %1 中 pods/log 的 get 权限。</translation>
    </message>
    <message>
        <source>There is no log of an earlier run</source>
        <translation>没有更早一次运行的日志</translation>
    </message>
    <message>
        <source>Kubelets keep the log of the run before the last restart, as long as its container is there.</source>
        <translation>只要容器还在，kubelet 会保留上次重启之前那次运行的日志。</translation>
    </message>
    <message>
        <source>The container has not started yet</source>
        <translation>容器尚未启动</translation>
    </message>
    <message>
        <source>Its log is opened when it starts.</source>
        <translation>容器启动后将打开其日志。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n older one(s) dropped</source>
        <translation>
            <numerusform>%1；已丢弃 %n 行更早的内容</numerusform>
        </translation>
    </message>
    <message>
        <source>All logs have ended; a container that starts joins them</source>
        <translation>所有日志都已结束；之后启动的容器会加入</translation>
    </message>
    <message>
        <source>joins</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>joins when another log ends; %1 are open</source>
        <translation>待另一份日志结束后加入；已打开 %1 份</translation>
    </message>
    <message>
        <source>ends: %1</source>
        <translation>结束：%1</translation>
    </message>
    <message>
        <source>No log is open; a container that starts joins</source>
        <translation>没有打开的日志；容器启动后会加入</translation>
    </message>
    <message>
        <source>No such pod has written anything</source>
        <translation>这些 Pod 没有输出任何内容</translation>
    </message>
    <message>
        <source>No such pod has written anything yet</source>
        <translation>这些 Pod 尚未输出任何内容</translation>
    </message>
    <message>
        <source>The log of one that starts is opened at once.</source>
        <translation>其中有 Pod 启动时，会立即打开它的日志。</translation>
    </message>
    <message>
        <source>All pods of the cluster</source>
        <translation>集群的所有 Pod</translation>
    </message>
    <message>
        <source>Pods that match %1</source>
        <translation>符合 %1 的 Pod</translation>
    </message>
    <message>
        <source>All pods in %1</source>
        <translation>%1 中的所有 Pod</translation>
    </message>
    <message>
        <source>Pods in %1 that match %2</source>
        <translation>%1 中符合 %2 的 Pod</translation>
    </message>
</context>
<context>
    <name>views::MergeDialog</name>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Merge %1</source>
        <translation>合并 %1</translation>
    </message>
    <message>
        <source>Take the Merged Text</source>
        <translation>采用合并后的文本</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的版本</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>What conflict %1 takes</source>
        <translation>冲突 %1 采用的内容</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您的版本</translation>
    </message>
    <message>
        <source>yours, then the other</source>
        <translation>先您的，后另一方</translation>
    </message>
    <message>
        <source>the other, then yours</source>
        <translation>先另一方，后您的</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Both changes fit together. On the right is what they make of your text.</source>
        <translation>两边的更改互不冲突。右侧是合并后的文本。</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were changed on both sides. Choose what to take; on the right is what becomes of your text.</source>
        <translation>
            <numerusform>有 %n 处两边都做了更改。请选择采用哪一方；右侧是合并后的文本。</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>合并后</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>views::NamespacePicker</name>
    <message>
        <source>Namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>Namespaces whose pods are shown</source>
        <translation>显示其 Pod 的命名空间</translation>
    </message>
    <message>
        <source>Find a namespace</source>
        <translation>查找命名空间</translation>
    </message>
    <message>
        <source>Space marks, Enter shows</source>
        <translation>空格键勾选，回车键显示</translation>
    </message>
    <message>
        <source>All namespaces</source>
        <translation>所有命名空间</translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n 个命名空间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::Notices</name>
    <message numerus="yes">
        <source>%n more could not be opened</source>
        <translation>
            <numerusform>另有 %n 个无法打开</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>views::ObjectDeletion</name>
    <message>
        <source>As each object &amp;asks</source>
        <translation>按各对象自身的设置(&amp;A)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n object(s) from %1?</source>
        <translation>
            <numerusform>从 %1 删除 %n 个对象？</numerusform>
        </translation>
    </message>
    <message>
        <source>Objects to delete</source>
        <translation>要删除的对象</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>What the server says</source>
        <translation>服务器的答复</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>by its name: it may not be read</source>
        <translation>按名称删除：无权读取</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>Looking for them…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>With a namespace, everything in it is deleted too: %1.</source>
        <translation>删除命名空间时，其中的所有对象也会被删除：%1。</translation>
    </message>
    <message>
        <source>0 s: they are gone from the cluster at once, though their containers may still run.</source>
        <translation>0 秒：对象会立即从集群中消失，但其容器可能仍在运行。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>views::OnDisk</name>
    <message>
        <source>%1 has changed on disk, and here.</source>
        <translation>%1 在磁盘上和此处都已更改。</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>%1 has changed on disk.</source>
        <translation>%1 在磁盘上已更改。</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>on disk</source>
        <translation>磁盘上的版本</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>比较 %1</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>磁盘上</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>编辑器中</translation>
    </message>
</context>
<context>
    <name>views::OutcomeList</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>One row for each document that was sent. Enter goes to its line.</source>
        <translation>每个已发送的文档一行。按 Enter 跳到其所在行。</translation>
    </message>
</context>
<context>
    <name>views::OutlineBox</name>
    <message>
        <source>without a name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>without a kind</source>
        <translation>无类型</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>The documents of what is open</source>
        <translation>已打开内容中的文档</translation>
    </message>
</context>
<context>
    <name>views::OwnerTrail</name>
    <message>
        <source>Owners of the pod</source>
        <translation>Pod 的所有者</translation>
    </message>
    <message>
        <source>Goes to this object</source>
        <translation>转到此对象</translation>
    </message>
    <message>
        <source>%1: go to it among the objects</source>
        <translation>%1：在对象中转到它</translation>
    </message>
</context>
<context>
    <name>views::PodDeletion</name>
    <message>
        <source>static: its node&apos;s kubelet goes on running it</source>
        <translation>静态 Pod：节点上的 kubelet 会继续运行它</translation>
    </message>
    <message>
        <source>nobody: it is gone for good</source>
        <translation>无人重建：它将永久消失</translation>
    </message>
    <message>
        <source>%1, unless it is finished</source>
        <translation>%1，除非它已完成</translation>
    </message>
    <message>
        <source>As each pod &amp;asks</source>
        <translation>按各 Pod 自己的设置(&amp;A)</translation>
    </message>
    <message>
        <source>Delete Pods</source>
        <translation>删除 Pod</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n pod(s) from %1?</source>
        <translation>
            <numerusform>从 %1 删除 %n 个 Pod？</numerusform>
        </translation>
    </message>
    <message>
        <source>Pods to delete</source>
        <translation>要删除的 Pod</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Made anew by</source>
        <translation>由谁重建</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>0 s: the pods are gone from the cluster at once, though their containers may still run.</source>
        <translation>0 秒：Pod 会立即从集群中消失，但其容器可能仍在运行。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n pod(s)…</source>
        <translation>
            <numerusform>正在删除 %n 个 Pod…</numerusform>
        </translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted</source>
        <translation>
            <numerusform>已删除 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not deleted</source>
        <translation>
            <numerusform>%n 个未删除</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n it is not known</source>
        <translation>
            <numerusform>%n 个结果未知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::PodTable</name>
    <message>
        <source>Pods</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Arrow keys choose a pod, Enter shows why it is as it is</source>
        <translation>方向键选择 Pod，回车显示它为何处于此状态</translation>
    </message>
    <message>
        <source>No pod matches the filter</source>
        <translation>没有 Pod 符合筛选条件</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) are hidden by it.</source>
        <translation>
            <numerusform>它隐藏了 %n 个 Pod。</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>There is no pod in this cluster</source>
        <translation>此集群中没有 Pod</translation>
    </message>
    <message>
        <source>There is no pod in namespace %1</source>
        <translation>命名空间 %1 中没有 Pod</translation>
    </message>
    <message>
        <source>Write a manifest in the editor and press Create; the pod appears here at once.</source>
        <translation>在编辑器中编写清单并点击“创建”，Pod 会立即显示在这里。</translation>
    </message>
    <message>
        <source>New from a template</source>
        <translation>从模板新建</translation>
    </message>
    <message>
        <source>Show Why</source>
        <translation>显示原因</translation>
    </message>
    <message>
        <source>There is no pod that could be read</source>
        <translation>没有可读取的 Pod</translation>
    </message>
    <message>
        <source>There is no pod in the chosen namespaces</source>
        <translation>所选命名空间中没有 Pod</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) are in others.</source>
        <translation>
            <numerusform>其他命名空间中有 %n 个 Pod。</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列…</translation>
    </message>
    <message>
        <source>Reset Columns</source>
        <translation>重置列</translation>
    </message>
    <message>
        <source>Copy Rows</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>views::PresenceLegend</name>
    <message>
        <source>Present: the node lists it. Absent, likely: the node&apos;s list is complete and it is not in it. Unknown: the list is full (the smallest images are left out) or empty.</source>
        <translation>存在：节点列出了它。可能不存在：节点的列表完整而其中没有它。未知：列表已满（最小的镜像被略去）或为空。</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>views::ProseLabel</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>views::PullHints</name>
    <message>
        <source>pulls on %1</source>
        <translation>将在 %1 上拉取</translation>
    </message>
    <message>
        <source>is there already on %1</source>
        <translation>%1 上已有</translation>
    </message>
    <message>
        <source>would fail on %1</source>
        <translation>在 %1 上会失败</translation>
    </message>
    <message>
        <source>not known on %1</source>
        <translation>在 %1 上未知</translation>
    </message>
    <message>
        <source>where it would run is not known</source>
        <translation>不知道会在哪里运行</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>→ %1: %2</source>
        <translation>→ %1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>all %n nodes</source>
        <translation>
            <numerusform>全部 %n 个节点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nodes</source>
        <translation>
            <numerusform>%n 个节点</numerusform>
        </translation>
    </message>
    <message>
        <source>tag is latest</source>
        <translation>标签为 latest</translation>
    </message>
    <message>
        <source>policy is %1</source>
        <translation>策略为 %1</translation>
    </message>
    <message>
        <source>policy is %1 by default</source>
        <translation>策略默认为 %1</translation>
    </message>
    <message>
        <source>On %1: %2</source>
        <translation>在 %1 上：%2</translation>
    </message>
    <message>
        <source>Pull secrets are not looked into.</source>
        <translation>未查看拉取密钥的内容。</translation>
    </message>
    <message>
        <source>Taints, affinity and room on the nodes are not looked at.</source>
        <translation>未考虑污点、亲和性和节点的剩余资源。</translation>
    </message>
</context>
<context>
    <name>views::QuickFixes</name>
    <message>
        <source>Change to %1</source>
        <translation>改为 %1</translation>
    </message>
    <message numerus="yes">
        <source>Pin the digest that runs now: %1… (%n container(s))</source>
        <translation>
            <numerusform>固定为正在运行的摘要：%1…（%n 个容器）</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the policy out: %1, as it is by default</source>
        <translation>写出策略：%1（与默认值相同）</translation>
    </message>
    <message>
        <source>Set the policy to %1</source>
        <translation>将策略设为 %1</translation>
    </message>
    <message>
        <source>Add the pull secret %1</source>
        <translation>添加拉取密钥 %1</translation>
    </message>
</context>
<context>
    <name>views::RecentFiles</name>
    <message>
        <source>Recent Files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Clear the List</source>
        <translation>清除列表</translation>
    </message>
</context>
<context>
    <name>views::RegistryView</name>
    <message>
        <source>By registry</source>
        <translation>按仓库</translation>
    </message>
    <message>
        <source>By node</source>
        <translation>按节点</translation>
    </message>
    <message>
        <source>Figures of</source>
        <translation>统计对象</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>No pull seen yet</source>
        <translation>还未见到拉取</translation>
    </message>
    <message>
        <source>Pulls and their failures are counted here as soon as a kubelet tells of one. Kubernetes keeps events for one hour.</source>
        <translation>一旦 kubelet 报告，拉取及其失败就会在此计数。Kubernetes 只保留一小时的事件。</translation>
    </message>
    <message>
        <source>From the events of this session and of the last 14 days.</source>
        <translation>来自本次会话和最近 14 天的事件。</translation>
    </message>
    <message>
        <source>Since this session began, from events.</source>
        <translation>自本次会话开始，来自事件。</translation>
    </message>
    <message>
        <source>Throughput is image size / time; cached layers make it look faster.</source>
        <translation>吞吐量为镜像大小/时间；已缓存的层会使其显得更快。</translation>
    </message>
    <message>
        <source>Earlier sessions are not known: %1.</source>
        <translation>无法得知以前的会话：%1。</translation>
    </message>
</context>
<context>
    <name>views::RemarkList</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>What there is to say of the text. Enter goes to its line.</source>
        <translation>关于文本的所有提示。按 Enter 转到对应行。</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>views::RemarkWords</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1; perhaps &quot;%2&quot; is meant</source>
        <translation>%1；是否想写“%2”</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>by the cluster&apos;s schema</source>
        <translation>依据集群的模式</translation>
    </message>
    <message>
        <source>by the bundled schema of Kubernetes %1</source>
        <translation>依据内置的 Kubernetes %1 模式</translation>
    </message>
    <message>
        <source>Cannot be changed once the object is there (%1).</source>
        <translation>对象创建后不能更改（%1）。</translation>
    </message>
    <message>
        <source>Told %1.</source>
        <translation>%1。</translation>
    </message>
</context>
<context>
    <name>views::RemovalOptions</name>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Grace period in seconds</source>
        <translation>宽限期（秒）</translation>
    </message>
    <message>
        <source>Background: what they own is deleted after them</source>
        <translation>Background：先删除它们，再删除其所属对象</translation>
    </message>
    <message>
        <source>Foreground: what they own is deleted before them</source>
        <translation>Foreground：先删除其所属对象，再删除它们</translation>
    </message>
    <message>
        <source>Orphan: what they own stays</source>
        <translation>Orphan：保留其所属对象</translation>
    </message>
    <message>
        <source>Propagation</source>
        <translation>级联方式</translation>
    </message>
    <message>
        <source>Grace period:</source>
        <translation>宽限期：</translation>
    </message>
    <message>
        <source>&amp;Propagation:</source>
        <translation>级联方式(&amp;P)：</translation>
    </message>
    <message>
        <source>Name of the context</source>
        <translation>上下文名称</translation>
    </message>
    <message>
        <source>Production: type the context&apos;s name, %1</source>
        <translation>生产环境：请输入上下文名称 %1</translation>
    </message>
</context>
<context>
    <name>views::ReviewDialog</name>
    <message>
        <source>Send also what the dry run &amp;refused</source>
        <translation>同时发送试运行被拒绝的文档(&amp;R)</translation>
    </message>
    <message>
        <source>− goes   + comes from your text   * is set by the server (defaults, admission)</source>
        <translation>− 删除   + 来自您的文本   * 由服务器设置（默认值、准入）</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>将发生什么</translation>
    </message>
    <message>
        <source>After a failure go on</source>
        <translation>失败后继续</translation>
    </message>
    <message>
        <source>After a failure stop</source>
        <translation>失败后停止</translation>
    </message>
    <message>
        <source>What happens after a failure</source>
        <translation>失败后如何处理</translation>
    </message>
    <message>
        <source>A webhook may refuse every dry run and let the write itself pass</source>
        <translation>某些 webhook 会拒绝所有试运行，但允许真正的写入</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Conflicts…</source>
        <translation>冲突…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Warnings and refusals</source>
        <translation>警告与拒绝原因</translation>
    </message>
    <message numerus="yes">
        <source>Create %n object(s)</source>
        <translation>
            <numerusform>创建 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message numerus="yes">
        <source>Replace %n object(s)</source>
        <translation>
            <numerusform>替换 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n object(s)</source>
        <translation>
            <numerusform>应用 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>%1: the server is trying it, nothing is stored yet…</source>
        <translation>%1：服务器正在试运行，尚未存储任何内容…</translation>
    </message>
    <message>
        <source>%1 (production): this is what would happen</source>
        <translation>%1（生产环境）：将发生以下变更</translation>
    </message>
    <message>
        <source>%1: this is what would happen</source>
        <translation>%1：将发生以下变更</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>As written, not tried</source>
        <translation>按文本，未试运行</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>按文本</translation>
    </message>
    <message>
        <source>If everything were taken over</source>
        <translation>若全部接管</translation>
    </message>
    <message>
        <source>Afterwards, as the server says</source>
        <translation>变更后（服务器试运行结果）</translation>
    </message>
    <message>
        <source>Nothing there</source>
        <translation>尚不存在</translation>
    </message>
    <message>
        <source>In the cluster now</source>
        <translation>集群中的当前内容</translation>
    </message>
    <message>
        <source>The object changed in the cluster since it was opened or looked at; a merge shows both sides.</source>
        <translation>自打开或查看以来，该对象已在集群中改变；合并可显示双方的改动。</translation>
    </message>
    <message>
        <source>The server can try it only once the namespace or the kind of a document before it is there.</source>
        <translation>只有前面文档中的命名空间或资源类型存在之后，服务器才能试运行它。</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Show Details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Hide Details</source>
        <translation>隐藏详情</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>views::ReviewRow</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1（位于 %2）</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>changes; changed in the cluster too</source>
        <translation>有变更；集群中也已改变</translation>
    </message>
    <message>
        <source>changes</source>
        <translation>有变更</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n 个冲突</numerusform>
        </translation>
    </message>
    <message>
        <source>changed in the cluster meanwhile</source>
        <translation>集群中已改变</translation>
    </message>
    <message>
        <source>passes; what is there now may not be read</source>
        <translation>可通过；无权读取当前内容</translation>
    </message>
    <message>
        <source>not tried: needs what comes before it</source>
        <translation>未试运行：依赖前面的文档</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
</context>
<context>
    <name>views::SafetyBadge</name>
    <message>
        <source>Insecure TLS</source>
        <translation>TLS 不安全</translation>
    </message>
    <message>
        <source>No TLS</source>
        <translation>无 TLS</translation>
    </message>
</context>
<context>
    <name>views::SaveFilterDialog</name>
    <message>
        <source>Only in %1</source>
        <translation>仅用于 %1</translation>
    </message>
    <message>
        <source>Save Filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Filter:</source>
        <translation>筛选：</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N)：</translation>
    </message>
</context>
<context>
    <name>views::StepRow</name>
    <message>
        <source>%1: %2. %3</source>
        <comment>step, verdict, title</comment>
        <translation>%1：%2。%3</translation>
    </message>
</context>
<context>
    <name>views::StoryWords</name>
    <message>
        <source>Image</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>container name, its kind</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>可能</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>evidence, how sure</comment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>evidence, ground</comment>
        <translation>%1；%2</translation>
    </message>
</context>
<context>
    <name>views::SuspicionsDialog</name>
    <message>
        <source>Use This Kubeconfig?</source>
        <translation>使用此 kubeconfig？</translation>
    </message>
    <message>
        <source>What This Kubeconfig Can Do</source>
        <translation>此 kubeconfig 能做什么</translation>
    </message>
    <message>
        <source>This kubeconfig can do more than name clusters</source>
        <translation>此 kubeconfig 所做的不止是列出集群</translation>
    </message>
    <message>
        <source>Use it only if you trust who wrote it. Nothing of it has been read into a request or run yet; programs are asked for once more before they run.</source>
        <translation>仅当您信任其作者时才使用。其中的内容尚未用于任何请求，也未运行；程序运行前会再次询问。</translation>
    </message>
    <message>
        <source>Programs are asked for before they run. The rest is as the file says.</source>
        <translation>程序运行前会询问。其余按文件所写执行。</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Do Not Use</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Use It</source>
        <translation>使用</translation>
    </message>
</context>
<context>
    <name>views::TimelinePanel</name>
    <message>
        <source>All pods</source>
        <translation>所有 Pod</translation>
    </message>
    <message>
        <source>Selected pod</source>
        <translation>所选 Pod</translation>
    </message>
    <message>
        <source>Its workload</source>
        <translation>所属工作负载</translation>
    </message>
    <message>
        <source>Pods of the timeline</source>
        <translation>时间线中的 Pod</translation>
    </message>
    <message>
        <source>Which pods have lanes. A workload is what owns the pod: a Deployment, a Job, …</source>
        <translation>哪些 Pod 有泳道。工作负载是 Pod 的所有者：Deployment、Job 等</translation>
    </message>
    <message>
        <source>Export Timeline</source>
        <translation>导出时间线</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG 图片 (*.png);;SVG 图形 (*.svg)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Pods in sight</source>
        <translation>视野内的 Pod</translation>
    </message>
</context>
<context>
    <name>views::TimelinePicture</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Pods draw their lanes here as soon as there is something to tell: waiting for a node, pulling an image, starting, failing.</source>
        <translation>一有进展，Pod 的泳道就会显示在这里：等待节点、拉取镜像、启动、失败。</translation>
    </message>
    <message>
        <source>No timeline yet</source>
        <translation>尚无时间线</translation>
    </message>
    <message>
        <source>Since creation</source>
        <translation>自创建起</translation>
    </message>
</context>
<context>
    <name>views::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Lanes of pods and containers over time. Up and Down choose a lane, Left and Right move in time, plus and minus zoom, Ctrl with Left or Right steps through events, F fits, N goes to now.</source>
        <translation>Pod 和容器随时间变化的泳道。上下键选择泳道，左右键在时间上移动，加减键缩放，Ctrl 加左右键逐个查看事件，F 适合窗口，N 转到现在。</translation>
    </message>
</context>
<context>
    <name>views::WelcomePage</name>
    <message>
        <source>Welcome to Gantry</source>
        <translation>欢迎使用 Gantry</translation>
    </message>
    <message>
        <source>Start the Practice Cluster</source>
        <translation>启动练习集群</translation>
    </message>
    <message>
        <source>Open a Kubeconfig…</source>
        <translation>打开 kubeconfig…</translation>
    </message>
    <message>
        <source>Look Again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>A small Kubernetes inside Gantry, with two nodes and a registry. It needs no network and touches nothing.</source>
        <translation>Gantry 内置的小型 Kubernetes，有两个节点和一个镜像仓库。不需要网络，也不影响任何东西。</translation>
    </message>
    <message>
        <source>Connects to the clusters that the file names.</source>
        <translation>连接文件中列出的集群。</translation>
    </message>
    <message>
        <source>Reads $KUBECONFIG and ~/.kube/config once more.</source>
        <translation>再次读取 $KUBECONFIG 和 ~/.kube/config。</translation>
    </message>
    <message>
        <source>Gantry shows why a container starts, waits or refuses to start, and what its image pull will do. It found no kubeconfig, so it does not know of a cluster yet.</source>
        <translation>Gantry 说明容器为何启动、等待或拒绝启动，以及拉取镜像时会发生什么。没有找到 kubeconfig，因此还不知道任何集群。</translation>
    </message>
    <message>
        <source>Gantry shows why a container starts, waits or refuses to start, and what its image pull will do. Your kubeconfig cannot be used:</source>
        <translation>Gantry 说明容器为何启动、等待或拒绝启动，以及拉取镜像时会发生什么。你的 kubeconfig 无法使用：</translation>
    </message>
</context>
<context>
    <name>views::WordList</name>
    <message>
        <source>What may stand here</source>
        <translation>这里可以填写的内容</translation>
    </message>
    <message>
        <source>%1 required</source>
        <translation>%1 必填</translation>
    </message>
    <message>
        <source>in the cluster</source>
        <translation>集群中已有</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>views::YamlEditor</name>
    <message>
        <source>Line numbers</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>清单</translation>
    </message>
    <message>
        <source>YAML text. Tab indents; Ctrl+Tab leaves the field; Ctrl+/ comments lines.</source>
        <translation>YAML 文本。Tab 缩进；Ctrl+Tab 离开此处；Ctrl+/ 注释行。</translation>
    </message>
    <message>
        <source>Write a manifest here, or take one from New.</source>
        <translation>在此编写清单，或从“新建”中选取。</translation>
    </message>
    <message numerus="yes">
        <source>… %n line(s)</source>
        <translation>
            <numerusform>… %n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>windows::Actions</name>
    <message>
        <source>&amp;Commands…</source>
        <translation>命令(&amp;C)…</translation>
    </message>
    <message>
        <source>Find and do anything by its name</source>
        <translation>按名称查找并执行任何操作</translation>
    </message>
    <message>
        <source>&amp;Filter Pods</source>
        <translation>筛选 Pod(&amp;F)</translation>
    </message>
    <message>
        <source>Type into the filter box</source>
        <translation>在筛选框中输入</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>原因(&amp;W)</translation>
    </message>
    <message>
        <source>Why the selected pod starts, waits or refuses to start</source>
        <translation>所选 Pod 为何启动、等待或拒绝启动</translation>
    </message>
    <message>
        <source>&amp;Describe</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>The selected pod as kubectl describes it</source>
        <translation>以 kubectl describe 的形式显示所选 Pod</translation>
    </message>
    <message>
        <source>&amp;Read Everything Again</source>
        <translation>全部重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>List everything anew from the server</source>
        <translation>从服务器重新列出所有对象</translation>
    </message>
    <message>
        <source>&amp;Open Kubeconfig…</source>
        <translation>打开 kubeconfig(&amp;O)…</translation>
    </message>
    <message>
        <source>Connect to the clusters of another kubeconfig file</source>
        <translation>连接另一个 kubeconfig 文件中的集群</translation>
    </message>
    <message>
        <source>Start the &amp;Practice Cluster</source>
        <translation>启动练习集群(&amp;P)</translation>
    </message>
    <message>
        <source>A small Kubernetes inside Gantry</source>
        <translation>Gantry 内置的小型 Kubernetes</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>All views back to their first places</source>
        <translation>所有视图恢复到最初位置</translation>
    </message>
    <message>
        <source>&amp;Keyboard Help</source>
        <translation>键盘帮助(&amp;K)</translation>
    </message>
    <message>
        <source>Every key and what it does</source>
        <translation>所有按键及其作用</translation>
    </message>
    <message>
        <source>&amp;About Gantry</source>
        <translation>关于 Gantry(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>As the System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Pull &amp;Problems</source>
        <translation>拉取问题(&amp;P)</translation>
    </message>
    <message>
        <source>Only the pods that wait because of an image (is:pull-problem in the filter)</source>
        <translation>仅显示因镜像而等待的 Pod（筛选词 is:pull-problem）</translation>
    </message>
    <message>
        <source>&amp;Align at Creation</source>
        <translation>按创建时间对齐(&amp;A)</translation>
    </message>
    <message>
        <source>Every pod&apos;s creation at the same place in the timeline</source>
        <translation>所有 Pod 的创建时刻位于时间线的同一位置</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>The whole story of the selected pod (F in the timeline)</source>
        <translation>所选 Pod 的完整经过（时间线中按 F）</translation>
    </message>
    <message>
        <source>Go to &amp;Now</source>
        <translation>转到现在(&amp;N)</translation>
    </message>
    <message>
        <source>Follow what happens now (N in the timeline)</source>
        <translation>跟随当前发生的事（时间线中按 N）</translation>
    </message>
    <message>
        <source>E&amp;xport Timeline…</source>
        <translation>导出时间线(&amp;X)…</translation>
    </message>
    <message>
        <source>Write the timeline into a PNG or SVG file</source>
        <translation>将时间线写入 PNG 或 SVG 文件</translation>
    </message>
    <message>
        <source>&amp;Not Ready</source>
        <translation>未就绪(&amp;N)</translation>
    </message>
    <message>
        <source>Only the pods that are neither ready nor finished (is:not-ready in the filter)</source>
        <translation>仅显示既未就绪也未结束的 Pod（筛选中的 is:not-ready）</translation>
    </message>
    <message>
        <source>&amp;Restarting</source>
        <translation>正在重启(&amp;R)</translation>
    </message>
    <message>
        <source>Only the pods with a container that ended within the last hour (is:restarting in the filter)</source>
        <translation>仅显示最近一小时内有容器结束的 Pod（筛选中的 is:restarting）</translation>
    </message>
    <message>
        <source>Recently &amp;Changed</source>
        <translation>最近变化(&amp;C)</translation>
    </message>
    <message>
        <source>Only the pods to which something happened in the last 5 minutes (is:changed in the filter)</source>
        <translation>仅显示最近 5 分钟内有变化的 Pod（筛选中的 is:changed）</translation>
    </message>
    <message>
        <source>Quick Views and Saved Filters</source>
        <translation>快捷视图和已保存的筛选</translation>
    </message>
    <message>
        <source>Choose a filter from the menu</source>
        <translation>从菜单中选择筛选</translation>
    </message>
    <message>
        <source>Save This Filter…</source>
        <translation>保存此筛选…</translation>
    </message>
    <message>
        <source>Give the filter a name to find it by</source>
        <translation>给筛选取一个名称，便于查找</translation>
    </message>
    <message>
        <source>Na&amp;mespaces…</source>
        <translation>命名空间(&amp;M)…</translation>
    </message>
    <message>
        <source>Choose whose pods are shown: one, several, all</source>
        <translation>选择显示哪些命名空间的 Pod：一个、多个或全部</translation>
    </message>
    <message>
        <source>Col&amp;umns…</source>
        <translation>列(&amp;U)…</translation>
    </message>
    <message>
        <source>Which columns the table has, in which order</source>
        <translation>表格有哪些列，以及它们的顺序</translation>
    </message>
    <message>
        <source>Copy as &amp;Table</source>
        <translation>复制为表格(&amp;T)</translation>
    </message>
    <message>
        <source>The selected pods as kubectl prints them</source>
        <translation>按 kubectl 的输出格式复制所选 Pod</translation>
    </message>
    <message>
        <source>Copy &amp;Names</source>
        <translation>复制名称(&amp;N)</translation>
    </message>
    <message>
        <source>The names of the selected pods</source>
        <translation>所选 Pod 的名称</translation>
    </message>
    <message>
        <source>Copy as &amp;CSV</source>
        <translation>复制为 CSV(&amp;C)</translation>
    </message>
    <message>
        <source>The selected pods for a spreadsheet</source>
        <translation>所选 Pod，用于电子表格</translation>
    </message>
    <message>
        <source>Copy as &amp;JSON</source>
        <translation>复制为 JSON(&amp;J)</translation>
    </message>
    <message>
        <source>The whole objects of the selected pods</source>
        <translation>所选 Pod 的完整对象</translation>
    </message>
    <message>
        <source>Copy as &amp;YAML</source>
        <translation>复制为 YAML(&amp;Y)</translation>
    </message>
    <message>
        <source>Read-&amp;Only Context</source>
        <translation>只读上下文(&amp;O)</translation>
    </message>
    <message>
        <source>Nothing is written to this context</source>
        <translation>不向此上下文写入任何内容</translation>
    </message>
    <message>
        <source>Production Conte&amp;xt</source>
        <translation>生产上下文(&amp;X)</translation>
    </message>
    <message>
        <source>Before pods are deleted, the context&apos;s name has to be typed</source>
        <translation>删除 Pod 之前必须输入上下文名称</translation>
    </message>
    <message>
        <source>&amp;Flash Changed Cells</source>
        <translation>闪烁变化的单元格(&amp;F)</translation>
    </message>
    <message>
        <source>A cell that changed lights up and fades</source>
        <translation>变化的单元格会亮起并渐隐</translation>
    </message>
    <message>
        <source>L&amp;ogs</source>
        <translation>日志(&amp;O)</translation>
    </message>
    <message>
        <source>What the containers of the selected pod write</source>
        <translation>选中的 Pod 的容器写出的内容</translation>
    </message>
    <message>
        <source>Go to O&amp;wner</source>
        <translation>转到属主(&amp;W)</translation>
    </message>
    <message>
        <source>What owns the selected pod, among the objects</source>
        <translation>在对象中显示选中的 Pod 的属主</translation>
    </message>
    <message>
        <source>Go to &amp;Node</source>
        <translation>转到节点(&amp;N)</translation>
    </message>
    <message>
        <source>The selected pod&apos;s node, among the objects</source>
        <translation>在对象中显示选中的 Pod 所在的节点</translation>
    </message>
    <message>
        <source>Objects: %1</source>
        <translation>对象：%1</translation>
    </message>
    <message>
        <source>All objects of this kind</source>
        <translation>此类型的所有对象</translation>
    </message>
    <message>
        <source>Objects of Any &amp;Kind…</source>
        <translation>任意类型的对象(&amp;K)…</translation>
    </message>
    <message>
        <source>Choose a kind, custom resources too</source>
        <translation>选择类型，包括自定义资源</translation>
    </message>
    <message>
        <source>De&amp;lete Pods…</source>
        <translation>删除 Pod(&amp;L)…</translation>
    </message>
    <message>
        <source>Delete the selected pods, after a question</source>
        <translation>询问后删除所选 Pod</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Open the selected pod or object in the YAML editor</source>
        <translation>在 YAML 编辑器中打开所选的 Pod 或对象</translation>
    </message>
    <message>
        <source>&amp;Pods</source>
        <translation>&amp;Pod</translation>
    </message>
    <message>
        <source>Back to the table of pods</source>
        <translation>回到 Pod 表格</translation>
    </message>
    <message>
        <source>Logs of All &amp;Shown Pods</source>
        <translation>显示的所有 Pod 的日志(&amp;S)</translation>
    </message>
    <message>
        <source>What all pods in the table write together; pods that match its filter later join</source>
        <translation>把表格中所有 Pod 的输出合在一起；之后符合筛选条件的 Pod 会加入</translation>
    </message>
</context>
<context>
    <name>windows::Admission</name>
    <message>
        <source>Not run: %1</source>
        <translation>未运行：%1</translation>
    </message>
</context>
<context>
    <name>windows::Desk</name>
    <message>
        <source>The history cannot be kept: %1</source>
        <translation>无法保存历史记录：%1</translation>
    </message>
    <message>
        <source>The login was cancelled.</source>
        <translation>登录已取消。</translation>
    </message>
</context>
<context>
    <name>windows::EditorWork</name>
    <message>
        <source>Open in the Editor</source>
        <translation>在编辑器中打开</translation>
    </message>
    <message>
        <source>in the cluster</source>
        <translation>集群中</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>%1 is read-only</source>
        <translation>%1 为只读</translation>
    </message>
</context>
<context>
    <name>windows::KindRail</name>
    <message>
        <source>Kinds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kinds of objects</source>
        <translation>对象类型</translation>
    </message>
</context>
<context>
    <name>windows::KindWatch</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 as of %2</source>
        <translation>%1，截至 %2</translation>
    </message>
    <message>
        <source>%1; asked again: %2</source>
        <translation>%1；再次请求：%2</translation>
    </message>
    <message>
        <source>No cluster is connected</source>
        <translation>未连接集群</translation>
    </message>
    <message>
        <source>Asking which kinds there are…</source>
        <translation>正在询问有哪些类型…</translation>
    </message>
    <message>
        <source>Listing…</source>
        <translation>正在列出…</translation>
    </message>
    <message>
        <source>This server has no kind %1</source>
        <translation>此服务器没有类型 %1</translation>
    </message>
    <message>
        <source>There are none</source>
        <translation>没有任何对象</translation>
    </message>
    <message>
        <source>There are none in namespace %1</source>
        <translation>命名空间 %1 中没有</translation>
    </message>
    <message>
        <source>%1; kinds of these groups are not known: %2</source>
        <translation>%1；以下组的类型未知：%2</translation>
    </message>
    <message>
        <source>It selects no pods.</source>
        <translation>它不选择任何 Pod。</translation>
    </message>
</context>
<context>
    <name>windows::Kubeconfigs</name>
    <message>
        <source>The kubeconfig has no context &quot;%1&quot; any more.</source>
        <translation>kubeconfig 中已没有上下文“%1”。</translation>
    </message>
    <message>
        <source>%1: %2. What this file says is missing here; all others work.</source>
        <translation>%1：%2。此文件的内容因此缺失；其他文件照常工作。</translation>
    </message>
    <message numerus="yes">
        <source>The kubeconfig can do %n thing(s) that you may not want.</source>
        <translation>
            <numerusform>此 kubeconfig 会做 %n 件您可能不希望的事。</numerusform>
        </translation>
    </message>
    <message>
        <source>It logs in with: %1
A program that needs a terminal has to be run by hand in one.</source>
        <translation>它通过以下程序登录：%1
需要终端的程序必须在终端中手动运行。</translation>
    </message>
</context>
<context>
    <name>windows::MainWindow</name>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>&amp;Cluster</source>
        <translation>集群(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Pod</source>
        <translation>Pod(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>%1 – Gantry</source>
        <translation>%1 – Gantry</translation>
    </message>
    <message>
        <source>About Gantry</source>
        <translation>关于 Gantry</translation>
    </message>
    <message>
        <source>Gantry shows why a container starts, waits or refuses to start, and what its image pull will do.

Apache License 2.0</source>
        <translation>Gantry 说明容器为何启动、等待或拒绝启动，以及拉取镜像时会发生什么。

Apache 许可证 2.0</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open Kubeconfig</source>
        <translation>打开 kubeconfig</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Registries</source>
        <translation>仓库</translation>
    </message>
    <message>
        <source>&amp;Contexts</source>
        <translation>上下文(&amp;C)</translation>
    </message>
    <message>
        <source>No context is open</source>
        <translation>没有打开的上下文</translation>
    </message>
    <message>
        <source>Choose one above, or press Ctrl+K and type its name.</source>
        <translation>请在上方选择，或按 Ctrl+K 并输入其名称。</translation>
    </message>
    <message>
        <source>Open a Kubeconfig…</source>
        <translation>打开 kubeconfig…</translation>
    </message>
    <message>
        <source>Start the Practice Cluster</source>
        <translation>启动练习集群</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>&amp;Objects</source>
        <translation>对象(&amp;O)</translation>
    </message>
</context>
<context>
    <name>windows::PodWork</name>
    <message>
        <source>%1 is read-only</source>
        <translation>%1 是只读的</translation>
    </message>
    <message numerus="yes">
        <source>%n pod(s) are beyond what one copy takes</source>
        <translation>
            <numerusform>%n 个 Pod 超出一次复制的上限</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>%1 of %2 pods were copied.</source>
        <translation>已复制 %2 个 Pod 中的 %1 个。</translation>
    </message>
</context>
<context>
    <name>windows::Sending</name>
    <message>
        <source>Kubernetes 1.%1 does not check the names of fields. What it would not keep is listed as a warning.</source>
        <translation>Kubernetes 1.%1 不检查字段名；其不会保留的内容以警告列出。</translation>
    </message>
    <message>
        <source>This object was opened from the cluster: applying it makes Gantry an owner of every field in the text. Replace in the Cluster changes only what you changed.</source>
        <translation>此对象是从集群中打开的：应用会使 Gantry 成为文本中每个字段的属主；“替换集群中的对象”只更改您改动的内容。</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>These could not be written into your text, where they are no plain values in one line. They are left to their owners: %1</source>
        <translation>以下字段在您的文本中不是单行的普通值，无法写入。它们留给属主：%1</translation>
    </message>
</context>
<context>
    <name>windows::StateLine</name>
    <message>
        <source>Kubernetes %1 </source>
        <translation>Kubernetes %1 </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pod(s)</source>
        <translation>
            <numerusform>%Ln 个 Pod</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %Ln pod(s)</source>
        <translation>
            <numerusform>%L1 个，共 %Ln 个 Pod</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with a problem</source>
        <translation>
            <numerusform>%Ln 个有问题</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>windows::Switcher</name>
    <message>
        <source>Pods: %1</source>
        <translation>Pod：%1</translation>
    </message>
    <message>
        <source>Events: %1</source>
        <translation>事件：%1</translation>
    </message>
    <message>
        <source>Nodes: %1</source>
        <translation>节点：%1</translation>
    </message>
    <message>
        <source>Namespaces: %1</source>
        <translation>命名空间：%1</translation>
    </message>
    <message>
        <source>Open contexts</source>
        <translation>已打开的上下文</translation>
    </message>
    <message>
        <source>&amp;Next Context</source>
        <translation>下一个上下文(&amp;N)</translation>
    </message>
    <message>
        <source>Show the next open context</source>
        <translation>显示下一个已打开的上下文</translation>
    </message>
    <message>
        <source>&amp;Previous Context</source>
        <translation>上一个上下文(&amp;P)</translation>
    </message>
    <message>
        <source>Show the open context before this one</source>
        <translation>显示上一个已打开的上下文</translation>
    </message>
    <message>
        <source>&amp;Close Context</source>
        <translation>关闭上下文(&amp;C)</translation>
    </message>
    <message>
        <source>Disconnect from the cluster that is shown and close it</source>
        <translation>断开并关闭当前显示的集群</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>Open another context beside it</source>
        <translation>同时打开另一个上下文</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>切换到 %1</translation>
    </message>
    <message>
        <source>Open Context %1</source>
        <translation>打开上下文 %1</translation>
    </message>
</context>
<context>
    <name>windows::TopBar</name>
    <message>
        <source>Cluster and filter</source>
        <translation>集群与筛选</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>No context</source>
        <translation>没有上下文</translation>
    </message>
    <message numerus="yes">
        <source>%n pull problem(s)</source>
        <translation>
            <numerusform>%n 个拉取问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Context: %1
%2</source>
        <translation>上下文：%1
%2</translation>
    </message>
    <message>
        <source>Who is in the network may read and change what goes to and from this server. See insecure-skip-tls-verify and server in the kubeconfig.</source>
        <translation>网络中的他人可能读取并更改与此服务器之间的通信。请查看 kubeconfig 中的 insecure-skip-tls-verify 和 server。</translation>
    </message>
    <message>
        <source>Pull problems</source>
        <translation>拉取问题</translation>
    </message>
    <message>
        <source>Filter pods, e.g. status:pull image:nginx -node:node3</source>
        <translation>筛选 Pod，例如 status:pull image:nginx -node:node3</translation>
    </message>
    <message>
        <source>Words that must all match: any part of name, namespace, status, node or image,
or in one place: name: ns: status: node: image: policy: owner: ip: label:key=value.
is: finds pods by how they stand; age&gt;1h restarts&gt;3 ready&lt;1 compare; quotes keep spaces.
A leading - or ! excludes. Ctrl+Space shows what may follow.</source>
        <translation>所有词都必须匹配：名称、命名空间、状态、节点或镜像的任意部分，
或只在一处查找：name: ns: status: node: image: policy: owner: ip: label:键=值。
is: 按状态查找 Pod；age&gt;1h restarts&gt;3 ready&lt;1 进行比较；引号保留空格。
开头的 - 或 ! 表示排除。Ctrl+空格 显示可以接着写什么。</translation>
    </message>
</context>
</TS>
