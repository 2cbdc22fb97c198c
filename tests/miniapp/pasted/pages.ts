/** Fragments as programs put them on the clipboard. What carries the class `unseen` is not shown there. */
export interface PastedPage {
  from: string;
  html: string;
  /** What it becomes, where that is worth saying whole. */
  markdown?: string;
}

export const pastedPages: PastedPage[] = [
  {
    from: '公众号: nested sections, spans with weights, a picture by data-src',
    html: `<section style="margin:0"><section style="text-align:center"><span style="font-size:16px;font-weight:bold;color:#0b5963">一、招聘岗位</span></section>
<section><p style="line-height:2em"><span style="font-size:15px">岚山新能源</span><span style="font-size:15px;font-weight:700">招聘</span><span style="font-size:15px">整车工程师 3 名。</span></p></section>
<section><img class="rich_pages" data-src="https://mmbiz.qpic.cn/mmbiz_png/abc/640?wx_fmt=png" src="data:image/svg+xml,%3Csvg%3E" alt="图片" data-ratio="0.56"></section>
<section><p>投递邮箱：<span>hr@lanshan.example</span></p></section></section>`,
    markdown:
      '**一、招聘岗位**\n\n岚山新能源**招聘**整车工程师 3 名。\n\n![](https://mmbiz.qpic.cn/mmbiz_png/abc/640?wx_fmt=png)\n\n投递邮箱：hr@lanshan.example',
  },
  {
    from: '公众号: words that only machines are to find, and zero-width marks',
    html: `<section><p>报名\u200b时间：11月20日\u200e至30日</p><p class="unseen" style="display:none">招聘 校招 内推</p>
<p class="unseen" style="font-size:0">广告词</p><section class="unseen" style="opacity: 0;">追踪</section><section class="unseen" style="height:0;overflow:hidden">三方</section><p>\u3000\u3000报名方式：网上报名</p></section>`,
    markdown: '报名时间：11月20日至30日\n\n报名方式：网上报名',
  },
  {
    from: '公众号: bullets that are typed, in paragraphs',
    html: `<p>需要材料：</p><p>• 身份证</p><p>•&nbsp;学历证书</p><p>✅ 三方协议</p><p>➤ 近期照片</p>`,
    markdown: '需要材料：\n\n- 身份证\n- 学历证书\n- 三方协议\n- 近期照片',
  },
  {
    from: '公众号: bold that is cut in pieces, and around whole blocks',
    html: `<strong><section><p>第一段</p><p>第二段</p></section></strong><p><strong>请</strong><strong>务必</strong><strong>核对</strong>信息</p><p><strong><span style="font-weight:bold">截止</span></strong></p>`,
    markdown: '第一段\n\n第二段\n\n**请务必核对**信息\n\n**截止**',
  },
  {
    from: '公众号: a frame drawn with a table, and a picture that only counts readers',
    html: `<table><tbody><tr><td><p>温馨提示</p><p>请带好身份证</p></td></tr></tbody></table><img src="https://count.example/p.gif" width="1" height="1"><p>END</p>`,
    markdown: '温馨提示\n\n请带好身份证\n\nEND',
  },
  {
    from: '公众号: links that say who shared them',
    html: `<p>详见<a href="https://mp.weixin.qq.com/s/AbC?chksm=123&scene=21&utm_source=group#wechat_redirect" target="_blank" title="x">原文</a>和<a href="javascript:void(0)" onclick="steal()">这里</a>，<a href="#top">回顶部</a></p>`,
    markdown: '详见[原文](https://mp.weixin.qq.com/s/AbC)和这里，回顶部',
  },
  {
    from: 'Word: paragraphs with mso styles, o:p and conditions',
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-unhide:no}</style></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal style='text-indent:21.0pt;mso-char-indent-count:2.0'><span style='font-family:宋体;mso-ascii-font-family:Calibri'>请各班于</span><span lang=EN-US>11</span><span style='font-family:宋体'>月</span><span lang=EN-US>20</span><span style='font-family:宋体'>日前上报。</span><span lang=EN-US><o:p></o:p></span></p>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span>联系人：王老师</span></b><span lang=EN-US><o:p>&nbsp;</o:p></span></p><!--EndFragment--></body></html>`,
    markdown: '请各班于11月20日前上报。\n\n**联系人：王老师**',
  },
  {
    from: 'Word: lists of two levels',
    html: `<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span class="unseen" style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]><span>报到证</span></p>
<p class=MsoListParagraph style='margin-left:42.0pt;mso-list:l0 level2 lfo1'><span><span class="unseen" style='mso-list:Ignore'>1)<span>&nbsp; </span></span></span><span>原件</span></p>
<p class=MsoListParagraph style='margin-left:42.0pt;mso-list:l0 level2 lfo1'><span><span class="unseen" style='mso-list:Ignore'>2)<span>&nbsp; </span></span></span><span>复印件</span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'><span class="unseen" style='mso-list:Ignore'>l&nbsp;</span>户口页</p><p class=MsoNormal>以上交辅导员。</p>`,
    markdown: '- 报到证\n    1. 原件\n    2. 复印件\n- 户口页\n\n以上交辅导员。',
  },
  {
    from: 'Word: a table with merged cells',
    html: `<table class=MsoTableGrid border=1><tr><td colspan=2><p class=MsoNormal>岗位</p></td><td><p>人数</p></td></tr><tr><td rowspan=2><p>研发</p></td><td><p>结构</p></td><td><p class=MsoNormal align=center>3</p></td></tr><tr><td><p>电控|BMS</p></td><td><p>2</p><p>（急）</p></td></tr></table>`,
    markdown: '| 岗位 |  | 人数 |\n| --- | --- | --- |\n| 研发 | 结构 | 3 |\n|  | 电控\\|BMS | 2 （急） |',
  },
  {
    from: 'Word: headings, a deleted word, a picture of its own file',
    html: `<h1>实习通知</h1><h2 style='mso-list:l1 level1 lfo2'>一、时间</h2><p>自<s>7月1日</s><span style="text-decoration:line-through">7月3日</span>7月5日起。</p><p><img width=300 height=200 src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image002.png" alt="流程图"></p>`,
    markdown: '## 实习通知\n\n## 一、时间\n\n自~~7月1日7月3日~~7月5日起。\n\n流程图',
  },
  {
    from: 'WPS: spans in a row, with mso-spacerun and a page break',
    html: `<p style="mso-pagination:widow-orphan"><span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;">各位同学：</span></p><p><span style="mso-spacerun:'yes'">请</span><b><span style="mso-spacerun:'yes';font-weight:bold">11月25日</span></b><span>前完成。</span></p><br clear=all style='page-break-before:always'><p><span>就业办</span></p>`,
    markdown: '各位同学：\n\n请**11月25日**前完成。\n\n就业办',
  },
  {
    from: 'WPS 表格: rows and columns with hidden helper cells',
    html: `<table><colgroup><col width=72></colgroup><tbody><tr height=19><td>单位</td><td>网址</td></tr><tr><td>人社厅</td><td><a href="https://rst.example.gov.cn/?spm=a.b">官网</a></td></tr></tbody></table>`,
    markdown: '| 单位 | 网址 |\n| --- | --- |\n| 人社厅 | [官网](https://rst.example.gov.cn/) |',
  },
  {
    from: '飞书: lists with data attributes and a check list',
    html: `<div data-zone-id="0"><ul class="list-bullet1"><li class="ace-line" data-list="bullet"><div>先看公告</div></li><li class="ace-line"><div>再报名</div><ul><li><div>上传照片</div></li></ul></li></ul><ol start="3"><li>缴费</li><li>打印</li></ol><ul><li><input type="checkbox" checked>已核对</li><li><input type="checkbox">未核对</li></ul></div>`,
    markdown: '- 先看公告\n- 再报名\n    - 上传照片\n\n3. 缴费\n4. 打印\n\n- [x] 已核对\n- [ ] 未核对',
  },
  {
    from: '腾讯文档: styles as spans, a separator, a jump page',
    html: `<div><span style="font-weight: 700;">注意事项</span></div><hr><div><span>报名入口：</span><a href="https://docs.qq.com/scenario/link.html?u=https%3A%2F%2Fbm.example.cn%2Fx%3Fid%3D5">bm.example.cn</a></div>`,
    markdown: '**注意事项**\n\n---\n\n报名入口：[bm.example.cn](https://bm.example.cn/x?id=5)',
  },
  {
    from: 'Google Docs: everything in a bold that is not bold',
    html: `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400">普通的字</span><span style="font-weight:700">加粗的字</span></p></b>`,
    markdown: '普通的字**加粗的字**',
  },
  {
    from: 'a web page: navigation, scripts, a quotation, code',
    html: `<article><script>alert(1)</script><style>.a{}</style><h3>三支一扶</h3><blockquote><p>服务期 <em>2</em> 年</p></blockquote><pre><code>A &lt; B
  C</code></pre><p onclick="alert(1)">a*b_c [方括号] \\反斜杠</p><iframe src="https://ad.example"></iframe><svg onload="alert(1)"><text class="unseen">图形</text></svg></article>`,
    markdown: '### 三支一扶\n\n> 服务期 *2* 年\n\n```\nA < B\n  C\n```\n\na\\*b_c \\[方括号\\] \\\\反斜杠',
  },
  {
    from: 'a web page: a picture with its bytes',
    html: `<p>前</p><img src="data:image/png;base64,iVBORw0KGgo=" alt="二维码"><p>后</p>`,
    markdown: '前\n\n二维码\n\n后',
  },
  {
    from: '知乎: links behind a page that passes on',
    html: `<p>见 <a href="https://link.zhihu.com/?target=https%3A//www.gov.cn/a%3Fid%3D1">政策原文</a>。</p><p><a href="mailto:a@b.example">写信</a> <a href="tel:010-1234">打电话</a> <a href="ftp://x.example/y">文件</a></p>`,
    markdown:
      '见 [政策原文](https://www.gov.cn/a?id=1)。\n\n[写信](mailto:a@b.example) [打电话](tel:010-1234) 文件',
  },
  {
    from: 'a web page: a list of terms, figures with captions, lines broken by br',
    html: `<dl><dt>基层项目</dt><dd>西部计划</dd></dl><figure><img src="//img.example/a.jpg" alt="流程"><figcaption>图 1 报名流程</figcaption></figure><p>地址：长清区<br>邮编：250300</p>`,
    markdown:
      '基层项目\n\n西部计划\n\n![流程](https://img.example/a.jpg)\n\n图 1 报名流程\n\n地址：长清区\n邮编：250300',
  },
  {
    from: 'a web page: a table in a table, and a list in a cell',
    html: `<table><tr><th>类别</th><th>要求</th></tr><tr><td>学历</td><td><table><tr><td>本科</td><td>硕士</td></tr></table></td></tr><tr><td>材料</td><td><ul><li>身份证</li><li>照片</li></ul></td></tr></table>`,
    markdown: '| 类别 | 要求 |\n| --- | --- |\n| 学历 | 本科 硕士 |\n| 材料 | 身份证 照片 |',
  },
  {
    from: 'a mail: divs and nothing else',
    html: `<div>王老师：</div><div><br></div><div>附件已<font color="red">更新</font>，&lt;b&gt;不是标签&lt;/b&gt;。</div>`,
    markdown: '王老师：\n\n附件已更新，<b>不是标签</b>。',
  },
  {
    from: 'hostile: handlers, broken tags, styles that would run',
    html: `<img src=x onerror="alert(1)"><a href="jav&#x09;ascript:alert(1)">点我</a><a href="data:text/html,<script>alert(1)</script>">数据</a><p style="background:url(javascript:alert(1))">正文<b>没关`,
    markdown: '点我数据\n\n正文**没关**',
  },
];
