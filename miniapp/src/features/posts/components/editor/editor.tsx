import type { PostFinding } from '@qihang/shared/posts/check';
import type { Post } from '@qihang/shared/posts/contract';
import { postLimits } from '@qihang/shared/posts/vocabulary';
import { type Cleaned, cleanText } from '@qihang/shared/text/clean';
import { countMarkdownWords } from '@qihang/shared/text/word-count';
import { Text, View } from '@tarojs/components';
import { useEffect, useMemo, useState } from 'react';
import { useBoardsOf } from '@/common/boards/boards';
import { ConflictSheet } from '@/common/content/conflict-sheet';
import { MarkList } from '@/common/content/mark-list';
import { ScheduleSheet } from '@/common/content/schedule-sheet';
import { UploadStrip } from '@/common/media/upload-strip';
import { useNow } from '@/platform/clock';
import { hideKeyboard, useKeyboard } from '@/platform/keyboard';
import { open } from '@/platform/navigation';
import { scrollToFirst, scrollToTop } from '@/platform/page';
import { useWide } from '@/platform/window';
import { Button } from '@/ui/button';
import { ChoiceSheet } from '@/ui/choice-sheet';
import { FailureNote } from '@/ui/form/failure-note';
import { TextAreaCore } from '@/ui/form/text-area-core';
import { Icon } from '@/ui/icon/icon';
import { MenuSheet } from '@/ui/menu-sheet';
import { Note } from '@/ui/note';
import { PageFrame } from '@/ui/page-frame';
import { Sheet } from '@/ui/sheet';
import { Tabs } from '@/ui/tabs';
import { Tap } from '@/ui/tap';
import { NavBar } from '@/ui/top-bar';
import { toggleBold } from '../../editing/bold';
import { insertHeadings, insertLink, insertTable, selectedWords } from '../../editing/insert';
import { toggleHeading, toggleList, toggleQuote } from '../../editing/lines';
import { usePasting } from '../../editing/pasting';
import { useEditing } from '../../editing/use-editing';
import { useFilesInText, withoutFile } from '../../editing/use-files-in-text';
import { typedOf } from '../../post-form';
import { EditorArea } from './area';
import { CleanSheet } from './clean-sheet';
import './editor.scss';
import { Findings, type Listed } from './findings';
import { LinkSheet } from './link-sheet';
import { editorMenu } from './menu';
import { Preview } from './preview';
import { Settings } from './settings';
import { TableSheet } from './table-sheet';
import { TemplateSheet } from './template-sheet';
import { type Tool, Toolbar } from './toolbar';
import { knowingWords, mainWords, useEditor } from './use-editor';

interface Props {
  existing?: Post;
  /** The board that a new article begins on. */
  board: string;
  /** Words to begin with. */
  find?: string | undefined;
}

type Open = 'link' | 'table' | 'template' | 'preview' | 'check' | 'schedule' | 'board' | 'more' | null;

/** Where a finding is mended that is not in the text. */
const fieldClass: Record<string, string> = {
  title: 'ed-t',
  'source.name': 'ed-src',
  'source.url': 'ed-set',
  source: 'ed-src',
  summary: 'ed-set',
  pinnedUntil: 'ed-set',
};

/** 写文章: the text with its toolbar, what is wrong with it, and the reader's view of it. */
export function Editor({ existing, board, find }: Props) {
  const now = useNow();
  const wide = useWide();
  const keyboard = useKeyboard();
  const editor = useEditor(existing, board, now);
  const { value, copy, findings, blocking, act, problems } = editor;
  const [opened, setOpened] = useState<Open>(null);
  const [cleaned, setCleaned] = useState<Cleaned | null>(null);
  // A conflict that is put off stays above the text.
  const [later, setLater] = useState(false);
  const [tab, setTab] = useState<'preview' | 'check' | 'history'>('preview');
  const [focused, setFocused] = useState(false);
  // What this device left open at an earlier visit.
  const [resumed, setResumed] = useState(copy.base.id !== null);
  const close = () => setOpened(null);
  const boards = useBoardsOf('article')?.filter(({ viewer }) => viewer.can.includes('post')) ?? [];
  const boardName = useBoardsOf('article')?.find(({ slug }) => slug === value.board)?.name;

  const editing = useEditing(value.markdown, (markdown) => editor.change({ markdown }));
  const uploads = useFilesInText(editing.merge);
  const pasting = usePasting(editing, uploads);
  const count = useMemo(() => countMarkdownWords(value.markdown), [value.markdown]);

  const found = useMemo(
    () => findings.flatMap(({ path, span }) => (path === 'markdown' && span ? [span] : [])),
    [findings],
  );

  const uploadFindings: Listed[] = uploads.items
    .filter(({ state }) => state !== 'done')
    .map(({ key, name, state, error }) => ({
      key,
      severity: 'block',
      message: state === 'failed' ? `“${name}”没传上` : `“${name}”还在传`,
      detail: error ?? '传完再发布',
      act: { text: state === 'failed' ? '重试' : '去看', run: () => see('ed-up', () => uploads.retry(key)) },
    }));
  const listed: Listed[] = [
    ...findings.filter(({ severity }) => severity === 'block').map(listedOf),
    ...uploadFindings,
    ...findings.filter(({ severity }) => severity === 'warn').map(listedOf),
  ];
  const blocks = blocking.length + uploadFindings.length;
  const has = (start: string) => findings.some(({ code }) => code.startsWith(start));
  const sound = [
    ...(blocking.length === 0 ? ['标题、栏目、正文'] : []),
    ...(has('fee') || has('bait') || has('contact') ? [] : ['没有收费、私人联系方式和虚假承诺']),
  ];

  function listedOf(finding: PostFinding): Listed {
    const { code, severity, path, message, detail, span } = finding;
    return {
      key: `${code}${path}${span?.start ?? ''}`,
      severity,
      message,
      detail,
      act: { text: '去看', run: () => jump(finding) },
    };
  }
  function see(className: string, then?: () => void) {
    close();
    scrollToFirst(className);
    then?.();
  }
  /** Brings words of the text into view; what was changed meanwhile is not there any more. */
  function showWords(quote: string) {
    const start = value.markdown.indexOf(quote);
    if (start >= 0) return editing.show(start, start + quote.length);
    see(value.title.includes(quote) ? 'ed-t' : 'ed-in');
  }
  // Opened at the first words that a reviewer pointed at.
  useEffect(() => {
    if (find !== undefined) showWords(find);
  }, []);
  function jump({ path, span }: PostFinding) {
    close();
    if (path === 'board') return setOpened('board');
    if (path !== 'markdown') return see(fieldClass[path] ?? 'ed-set');
    editing.show(span?.start ?? 0, span?.end ?? 0);
  }

  async function send() {
    if (uploadFindings.length > 0 || blocking.length > 0) {
      if (wide) setTab('check');
      else setOpened('check');
      return;
    }
    if (!wide && opened !== 'check' && listed.length > 0) return setOpened('check');
    close();
    await editor.send();
    scrollToTop();
  }

  const state = existing?.state;
  const can = existing?.viewer.can ?? [];
  const locked = existing !== undefined && !can.includes('edit');
  const untouched = value.title === '' && value.markdown === '';
  const mainText = !editor.signedIn
    ? '登录后发布'
    : blocks > 0 && !untouched
      ? `还差 ${blocks} 处，去修改`
      : mainWords[act];

  const tools: Tool[] = [
    {
      name: 'heading',
      label: '小标题',
      on: editing.style === 'heading',
      run: () => editing.run(toggleHeading),
    },
    { name: 'bold', label: '粗体', run: () => editing.run(toggleBold) },
    { name: 'list', label: '列表', on: editing.style === 'list', run: () => editing.run(toggleList) },
    { name: 'quote', label: '引用', on: editing.style === 'quote', run: () => editing.run(toggleQuote) },
    { name: 'image', label: '图片', words: true, run: () => uploads.addImages() },
    { name: 'link', label: '链接', run: () => setOpened('link') },
    { name: 'table', label: '表格', run: () => setOpened('table') },
    { name: 'template', label: '模板', words: true, run: () => setOpened('template') },
    { name: 'file', label: '附件', words: true, run: () => uploads.addDocument() },
    { name: 'clean', label: '清洗', words: true, run: () => setCleaned(cleanText(editing.current().text)) },
  ];
  const undoTool: Tool = { name: 'undo', label: '撤销', disabled: !editing.canUndo, run: editing.undo };
  const hideTool: Tool = { name: 'keyboard', label: '收起键盘', run: hideKeyboard };
  const toolbar = (
    <Toolbar
      wide={wide}
      tools={[...tools.slice(0, 4), undoTool, ...tools.slice(4)]}
      end={!wide && (keyboard > 0 || focused) ? hideTool : undefined}
    />
  );

  const savedWords = copy.words.startsWith('没') ? copy.words : `${count} 字，${copy.words}`;
  const saved = copy.failed ? (
    <Tap className="ed-sv ed-sv-bad" label="没存上，点重试" onTap={copy.retry}>
      <Text>{copy.words}</Text>
    </Tap>
  ) : (
    <Text className="ed-sv grow">{wide ? copy.words : savedWords}</Text>
  );
  const boardWords = (
    <Tap
      className="ed-bd"
      label={`栏目，${boardName ?? '请选择'}`}
      disabled={!editor.draft || existing !== undefined}
      onTap={() => setOpened('board')}
    >
      <Text>{boardName ?? '选栏目'}</Text>
      {existing === undefined && <Icon name="chevron-down" size={16} />}
    </Tap>
  );
  const seen = existing?.seen ?? { now: false, why: '' };
  const seenWords = `读者现在${seen.now ? '看得到' : '看不到'}`;

  const menu = editorMenu(existing, editor, () => setOpened('schedule'));
  const more = menu.length > 0 && <Button text="更多" look="quiet" tall onTap={() => setOpened('more')} />;
  const main = !locked && <Button text={mainText} look="main" grow loading={editor.busy} onTap={send} />;

  const title = existing ? '修改文章' : '写文章';
  const header = wide ? (
    <NavBar
      title={title}
      tone="card"
      extra={
        <View className="ed-hd">
          <Icon name={seen.now ? 'eye' : 'eye-off'} size={20} />
          <Text className="strong">{seenWords}</Text>
          {saved}
          {more}
          {main}
        </View>
      }
    />
  ) : (
    <NavBar
      title={title}
      tone="card"
      below={
        <View className="ed-sub">
          {boardWords}
          {saved}
          <Tap className="ed-pv" label="预览" onTap={() => setOpened('preview')}>
            <Text>预览</Text>
          </Tap>
        </View>
      }
    />
  );

  const preview = <Preview value={value} existing={existing} now={now} enabled={editor.signedIn} />;
  const list = <Findings findings={listed} sound={sound} />;
  const paper = (
    <View className="ed-p">
      {copy.words.startsWith('没有网络') && <Note icon="wifi-off" text="连上后自动存到服务器，图片接着传" />}
      {existing?.returned && (
        <>
          <Note tone="warm" icon="info" text={`${existing.returned.by}退回：${existing.returned.note}`} />
          <MarkList marks={existing.returned.marks} onOpen={({ quote }) => showWords(quote)} />
        </>
      )}
      {existing && !editor.draft && (
        <Note icon={seen.now ? 'eye' : 'eye-off'} text={`${seenWords}：${seen.why}`} />
      )}
      {locked && <Note tone="warm" text="审核通过的内容要改，先下架，改好再送审" />}
      {resumed && existing === undefined && copy.base.id !== null && (
        <Note
          text="接着上次没写完的草稿"
          action={{
            text: '写新的',
            onTap: () => {
              setResumed(false);
              editor.startAnother();
            },
          }}
        />
      )}
      {copy.conflict && (
        <Note
          tone="warm"
          text="这篇文章在别处也改过，选好一版才会接着存"
          action={{ text: '去选', onTap: () => setLater(false) }}
        />
      )}
      <FailureNote failure={editor.failure} />
      <View className="ed-t">
        <TextAreaCore
          className="fd-in ed-ti"
          label="标题"
          value={value.title}
          placeholder="标题，一句话说清讲什么"
          onChange={(text) => editor.change({ title: text.replace(/\n/g, '') })}
        />
      </View>
      <Text className={problems.title || value.title.length > postLimits.title ? 'cap ed-err' : 'cap'}>
        {problems.title ?? `标题 ${value.title.length}/${postLimits.title}`}
      </Text>
      <View className="ed-a">
        <EditorArea
          className="fd-in ed-in"
          label="正文"
          placeholder="从这里开始写，也可以把公众号、Word 里的内容粘贴进来"
          value={value.markdown}
          editing={editing}
          found={found}
          handlers={{
            ...pasting,
            onShortcut(key, again) {
              if (key === 'b') editing.run(toggleBold);
              else if (key === 'k') setOpened('link');
              else if (key === 'z' && !again) editing.undo();
              else if (key === 'y' || (key === 'z' && again)) editing.redo();
              else return false;
              return true;
            },
          }}
          onFocus={setFocused}
        />
      </View>
      {problems.markdown && <Text className="cap ed-err">{problems.markdown}</Text>}
      <View className="ed-up">
        <UploadStrip uploads={uploads} onRemove={(item) => editing.merge(withoutFile(item))} />
        {wide && <Text className="cap">图片可以直接拖进正文，或复制后粘贴</Text>}
      </View>
    </View>
  );
  const settings = (
    <Settings editor={editor} existing={existing} now={now} onSchedule={() => setOpened('schedule')} />
  );

  return (
    <PageFrame
      title={title}
      section="home"
      width="full"
      header={header}
      tallActions
      actions={
        !wide && (
          <View className="ed-dock" style={keyboard > 0 ? { bottom: `${keyboard}px` } : {}}>
            {toolbar}
            {keyboard === 0 && (
              <View className="ed-acts">
                {more}
                {main}
              </View>
            )}
          </View>
        )
      }
    >
      {wide ? (
        <View className="ed ed-w">
          <View className="ed-l">
            <View className="ed-m">
              <Text className="cap">栏目</Text>
              {boardWords}
              <Text className="cap grow">{editor.reviewed ? '要先审核' : '不用审核'}</Text>
              <Text className="cap">{count} 字</Text>
            </View>
            <View className="ed-tb">{toolbar}</View>
            {paper}
            {settings}
          </View>
          <View className="ed-r">
            <Tabs
              tabs={[
                { value: 'preview', text: '预览' },
                { value: 'check', text: listed.length > 0 ? `检查 ${listed.length}` : '检查' },
                ...(existing && can.includes('history') ? [{ value: 'history' as const, text: '历史' }] : []),
              ]}
              value={tab}
              onChange={(chosen) =>
                chosen === 'history'
                  ? existing && open('history', { type: 'post', id: existing.id })
                  : setTab(chosen)
              }
            />
            {tab === 'preview' ? preview : <View className="ed-cl">{list}</View>}
          </View>
        </View>
      ) : (
        <View className="ed">
          {paper}
          {settings}
        </View>
      )}
      <LinkSheet
        open={opened === 'link'}
        words={opened === 'link' ? selectedWords(editing.current()) : ''}
        onApply={(words, address) => {
          close();
          editing.run((edit) => insertLink(edit, words, address));
        }}
        onClose={close}
      />
      <TableSheet
        open={opened === 'table'}
        onApply={(rows, columns) => {
          close();
          editing.run((edit) => insertTable(edit, rows, columns));
        }}
        onClose={close}
      />
      <TemplateSheet
        open={opened === 'template'}
        board={value.board}
        onApply={(headings) => {
          close();
          editing.run((edit) => insertHeadings(edit, headings));
        }}
        onClose={close}
      />
      <CleanSheet
        cleaned={cleaned}
        onApply={(text) => {
          setCleaned(null);
          editing.apply({ text, start: text.length, end: text.length });
        }}
        onClose={() => setCleaned(null)}
      />
      <Sheet open={opened === 'preview'} title="读者看到的样子" onClose={close}>
        {preview}
      </Sheet>
      <Sheet
        open={opened === 'check'}
        title="发布前检查"
        onClose={close}
        footer={
          <>
            <Button text="接着写" look="quiet" tall onTap={close} />
            <Button
              text={blocks > 0 || !editor.signedIn ? mainText : knowingWords[act]}
              look="main"
              grow
              loading={editor.busy}
              onTap={() => (blocks > 0 ? listed[0]?.act.run() : send())}
            />
          </>
        }
      >
        {list}
      </Sheet>
      <ScheduleSheet
        open={opened === 'schedule'}
        review={editor.review}
        published={state === 'published'}
        plan={editor.plan}
        problems={problems}
        busy={editor.busy}
        onApply={async (plan) => {
          if (await editor.apply(plan)) close();
        }}
        onClose={close}
      />
      <ChoiceSheet
        open={opened === 'board'}
        title="栏目"
        single
        choices={boards.map(({ slug, name }) => ({ value: slug, text: name }))}
        value={value.board === '' ? [] : [value.board]}
        onApply={([slug]) => editor.change({ board: slug ?? '' })}
        onClose={close}
      />
      {copy.conflict?.theirs.id && !later && (
        <ConflictSheet
          type="post"
          id={copy.conflict.theirs.id}
          mine={typedOf(copy.conflict.mine)}
          version={copy.conflict.theirs.version}
          text={`${copy.conflict.mine.title}\n\n${copy.conflict.mine.markdown}`}
          onChoose={copy.choose}
          onClose={() => setLater(true)}
        />
      )}
      <MenuSheet open={opened === 'more'} title="更多" items={menu} onClose={close} />
    </PageFrame>
  );
}
