// Sends a form with files so that one sees how far they have come and can stop. Without this the form is sent as any
// other: what is answered, and where it leads, is the same.

const PERCENT = 100;

const megabytes = (bytes: number) => (bytes / 1_000_000).toFixed(1);

function watchForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[enctype="multipart/form-data"]'))
    form.addEventListener('submit', (event) => {
      const chosen = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')];
      if (chosen.every(({ files }) => !files?.length)) return;
      event.preventDefault();
      send(form, event.submitter);
    });
}

function send(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const address = new URL(form.getAttribute('action') ?? location.href, location.href);
  const request = new XMLHttpRequest();
  const shown = showProgress(form, () => request.abort());
  request.open('POST', address);
  request.setRequestHeader('accept', 'text/html');
  request.upload.onprogress = ({ loaded, total }) => shown.at(loaded, total);
  request.upload.onload = () => shown.say('已全部送达，正在处理……');
  request.onload = () => {
    const isPage = request.getResponseHeader('content-type')?.startsWith('text/html') ?? false;
    if (request.responseURL !== address.href && request.status < 400) location.assign(request.responseURL);
    else if (isPage) replacePage(request.responseText);
    else shown.fail(`没有收下（${request.status}）。请检查文件的大小和格式，填写的内容还在。`);
  };
  request.onerror = () => shown.fail('没有送达，请检查网络后再试，填写的内容还在。');
  request.onabort = () => shown.fail('已取消上传，什么也没有办理，填写的内容还在。');
  // Read before the buttons are switched off: the one that was pressed belongs to the form's values.
  const values = new FormData(form, submitter);
  shown.begin();
  request.send(values);
}

/** The answer is a page: it takes the place of this one, as if the browser had sent the form. */
function replacePage(text: string): void {
  const next = new DOMParser().parseFromString(text, 'text/html');
  document.documentElement.replaceWith(document.adoptNode(next.documentElement));
  scrollTo(0, 0);
  document.querySelector<HTMLElement>('[autofocus], [role="alert"]')?.focus();
  watchForms();
}

function showProgress(form: HTMLFormElement, cancel: () => void) {
  const box = form.querySelector<HTMLElement>('.upload') ?? document.createElement('div');
  box.className = 'upload';
  const bar = document.createElement('progress');
  bar.max = PERCENT;
  bar.setAttribute('aria-label', '上传进度');
  const words = document.createElement('p');
  words.setAttribute('role', 'status');
  const stop = document.createElement('button');
  Object.assign(stop, { type: 'button', className: 'button button-quiet', textContent: '取消上传' });
  stop.addEventListener('click', cancel);
  const buttons = [...form.querySelectorAll('button')].filter((button) => !box.contains(button));
  let told = -1;
  return {
    begin: () => {
      box.replaceChildren(bar, words, stop);
      form.append(box);
      for (const button of buttons) button.disabled = true;
      words.textContent = '开始上传……';
    },
    at: (loaded: number, total: number) => {
      const percent = Math.floor((loaded / total) * PERCENT);
      bar.value = percent;
      // Read out by screen readers: not at every step.
      if (Math.floor(percent / 10) === told) return;
      told = Math.floor(percent / 10);
      words.textContent = `已上传 ${percent}%（${megabytes(loaded)} / ${megabytes(total)} MB）`;
    },
    say: (text: string) => {
      words.textContent = text;
      stop.remove();
    },
    fail: (text: string) => {
      words.setAttribute('role', 'alert');
      words.textContent = text;
      bar.remove();
      stop.remove();
      for (const button of buttons) button.disabled = false;
    },
  };
}

watchForms();
